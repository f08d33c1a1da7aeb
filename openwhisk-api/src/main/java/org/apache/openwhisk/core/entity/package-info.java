// SPDX-License-Identifier: Apache-2.0
/**
 * OpenWhisk's entities as an invoker sees them: actions and what executes them, activations and
 * their responses, limits, sizes, names, identities, the manifest of runtimes. Standalone makes and
 * serves them; the plugin reads them. It must not know how they are stored or requested.
 *
 * <p>The shapes are scalac's. A value class {@code X} is its only field in every signature ({@code
 * ActivationId} a {@code String}, {@code SemVer} a {@code Tuple3}, {@code Parameters} a {@code
 * Map}); its methods are {@code X$.MODULE$.m$extension(value)}, and instances of {@code X} exist
 * only inside generic containers such as {@code Option}. The package is as large as OpenWhisk's,
 * since every class must carry its name, and each Scala object is one class more; two accessors
 * have names that are reserved words in Java ({@code RuntimeManifest.default}, {@code
 * BlackBoxExec.native}) and are absent.
 */
@NullMarked
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.NullMarked;
