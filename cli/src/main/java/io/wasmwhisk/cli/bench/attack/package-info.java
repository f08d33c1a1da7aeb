// SPDX-License-Identifier: Apache-2.0

/**
 * The attacks, as data: what each deploys, calls, and may end as. The bench reads them; they know
 * neither a server nor how they are run.
 */
@NullMarked
package io.wasmwhisk.cli.bench.attack;

import org.jspecify.annotations.NullMarked;
