// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.entity.ExecManifest.Runtimes;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Map;
import scala.util.Try;
import spray.json.JsObject;

/**
 * Reads the manifest of runtimes, and holds the process's (OpenWhisk's {@code
 * entity/ExecManifest.scala}). Actions of a kind can be read only after {@link #initialize}.
 */
public final class ExecManifest$ {
  public static final ExecManifest$ MODULE$ = new ExecManifest$();

  private volatile @Nullable Runtimes manifest;

  private ExecManifest$() {}

  /** The properties that {@link #initialize} needs. */
  public Map<String, Object> requiredProperties() {
    return ScalaValues.with(ScalaValues.<String, Object>map(), "runtimes.manifest", null);
  }

  /**
   * Reads the manifest and makes it the process's, or fails and changes nothing.
   *
   * @param manifestOverride the manifest as JSON, in place of the property {@code
   *     runtimes.manifest}
   */
  public Try<Runtimes> initialize(WhiskConfig config, Option<String> manifestOverride) {
    Try<Runtimes> read =
        ScalaValues.attempt(
            () -> {
              String json = ScalaValues.orElse(manifestOverride, config.runtimesManifest());
              return ManifestJson.read(new JsObject(Json.fields(Json.parse(json))));
            });
    if (read.isSuccess()) {
      manifest = read.get();
    }
    return read;
  }

  /** No override. */
  public Option<String> initialize$default$2() {
    return ScalaValues.none();
  }

  /**
   * The process's runtimes.
   *
   * @throws IllegalStateException before {@link #initialize}
   */
  public Runtimes runtimesManifest() {
    Runtimes current = manifest;
    if (current == null) {
      throw new IllegalStateException("Runtimes manifest is not initialized.");
    }
    return current;
  }
}
