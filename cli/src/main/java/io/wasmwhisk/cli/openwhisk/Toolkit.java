// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

/** What OpenWhisk's actors are built on. */
public enum Toolkit {
  /** Akka, in OpenWhisk 2.0.0 and before. */
  AKKA("akka/actor/ActorSystem.class"),
  /** Apache Pekko, since. */
  PEKKO("org/apache/pekko/actor/ActorSystem.class");

  private final String evidence;

  Toolkit(String evidence) {
    this.evidence = evidence;
  }

  /** The class that tells it, as an entry of a jar. */
  String evidence() {
    return evidence;
  }
}
