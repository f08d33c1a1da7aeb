// SPDX-License-Identifier: Apache-2.0
/**
 * The texts that OpenWhisk's users see. The plugin and standalone take them from here, so that they
 * are OpenWhisk's own word for word. It must not know who says them.
 */
@NullMarked
package org.apache.openwhisk.http;

import org.jspecify.annotations.NullMarked;
