// SPDX-License-Identifier: Apache-2.0
/**
 * Putting the plugin on an invoker and taking it away, by the means that an operator has: the
 * Ansible role on a tree laid out as an invoker's host, the Kubernetes files on pods such as
 * openwhisk-deploy-kube renders. The tools are the real ones, from PyPI. It must not know how the
 * plugin is assembled.
 */
@NullMarked
package io.wasmwhisk.tests.deploy;

import org.jspecify.annotations.NullMarked;
