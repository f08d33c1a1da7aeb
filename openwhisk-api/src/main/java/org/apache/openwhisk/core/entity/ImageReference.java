// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.openwhisk.core.entity.ExecManifest.ImageName;

/**
 * Image names as the registry's protocol has them: {@code registry/path/name:tag@digest}. A
 * registry is what has a dot or a port before the first slash; the digest is checked and dropped.
 */
final class ImageReference {
  private static final String LABEL = "[a-z0-9-]*";
  private static final String REGISTRY =
      "(?:%1$s(?:\\.%1$s)+(?::[0-9]+)?|%1$s:[0-9]+)".formatted(LABEL);
  private static final String COMPONENT = "[a-z0-9](?:(?:_|\\.|-*)[a-z0-9])*+";
  private static final String TAG = "[a-z0-9_][a-z0-9_.-]{0,127}";
  private static final String DIGEST = "[a-z][a-z0-9]*(?:[+._-][a-z][a-z0-9]*)*:[0-9a-fA-F]{32,}";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?>(?:(%s)/)?)(%s(?:/%s)*)(?::(%s))?(?:@%s)?"
              .formatted(REGISTRY, COMPONENT, COMPONENT, TAG, DIGEST));

  private ImageReference() {}

  static ImageName parse(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    if (!matcher.matches()) {
      throw Json.failure("could not parse image name");
    }
    String path = matcher.group(2);
    int slash = path.lastIndexOf('/');
    return new ImageName(
        path.substring(slash + 1),
        ScalaValues.option(matcher.group(1)),
        slash < 0 ? ScalaValues.none() : ScalaValues.some(path.substring(0, slash)),
        ScalaValues.option(matcher.group(3)));
  }
}
