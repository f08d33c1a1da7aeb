// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.image;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The images whose containers are actions in this JVM. Nothing is ever pulled: they are names by
 * which OpenWhisk tells kinds apart, and all that a plugin learns of a kind.
 *
 * @param images at least one
 */
public record OwnImages(List<ImageReference> images) {
  /** Copies the list. */
  public OwnImages {
    images = List.copyOf(images);
    if (images.isEmpty()) {
      throw new IllegalArgumentException("images must name at least one image");
    }
  }

  /**
   * Images as settings name them.
   *
   * @throws IllegalArgumentException when one is no image, or there is none
   */
  public static OwnImages parse(List<String> names) {
    return new OwnImages(names.stream().map(ImageReference::parse).toList());
  }

  /** Whether containers of this image are run here. */
  public boolean cover(ImageReference image) {
    return images.stream().anyMatch(own -> own.covers(image));
  }

  /** The names, with commas between them. */
  @Override
  public String toString() {
    return images.stream().map(ImageReference::toString).collect(Collectors.joining(", "));
  }
}
