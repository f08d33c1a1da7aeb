// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

/**
 * Is told of actions' code before an activation needs it, so that it may be compiled by then. What
 * a {@code ContainerFactory} of ours is beside OpenWhisk's interface: no OpenWhisk asks it, a host
 * that knows its actions may. Nothing here waits, and nothing fails.
 */
public interface CodeAhead {

  /**
   * An action was stored, anew or in another version.
   *
   * @param namespace the one that it belongs to
   * @param action its name there
   * @param image where it runs, as {@code docker pull} takes it
   * @param code as it comes to {@code /init}: base64 where {@code binary}, else text
   * @param main its entry point
   */
  void stored(
      String namespace, String action, String image, String code, boolean binary, String main);

  /** An action is gone. */
  void removed(String namespace, String action);
}
