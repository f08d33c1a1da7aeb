// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.http;

import akka.http.scaladsl.model.Uri;
import java.util.ArrayList;
import java.util.List;

/**
 * A path's decoded segments.
 *
 * @param endsWithSlash whether one follows the last segment
 */
public record Path(List<String> segments, boolean endsWithSlash) {

  public static Path of(akka.http.javadsl.model.Uri uri) {
    List<String> segments = new ArrayList<>();
    Uri.Path rest = uri.asScala().path();
    boolean slash = false;
    while (!rest.isEmpty()) {
      if (rest.startsWithSlash()) {
        // Two slashes enclose an empty segment, which no route takes.
        if (slash) {
          segments.add("");
        }
        slash = true;
      } else {
        segments.add((String) rest.head());
        slash = false;
      }
      rest = rest.tail();
    }
    return new Path(List.copyOf(segments), slash);
  }

  public boolean startsWith(String... prefix) {
    List<String> expected = List.of(prefix);
    return segments.size() >= expected.size()
        && segments.subList(0, expected.size()).equals(expected);
  }

  /** What follows the first {@code count} segments. */
  public Path after(int count) {
    return new Path(segments.subList(count, segments.size()), endsWithSlash);
  }

  public int length() {
    return segments.size();
  }

  public boolean isEmpty() {
    return segments.isEmpty();
  }

  public String get(int index) {
    return segments.get(index);
  }
}
