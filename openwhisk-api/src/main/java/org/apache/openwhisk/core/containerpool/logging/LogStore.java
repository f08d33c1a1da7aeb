// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.logging;

import java.time.Instant;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.entity.ActivationLogs;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.Identity;
import org.apache.openwhisk.core.entity.WhiskActivation;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import scala.concurrent.Future;

/** Collects the log lines of an activation when it has ended, and fetches them when a user asks. */
public interface LogStore {
  /** Options for the container platform, by name. */
  Map<String, Set<String>> containerParameters();

  /** Whether something else than this store collects the lines. */
  boolean logCollectionOutOfBand();

  /** Sets {@link #logCollectionOutOfBand}; called by {@link #$init$}. */
  void org$apache$openwhisk$core$containerpool$logging$LogStore$_setter_$logCollectionOutOfBand_$eq(
      boolean outOfBand);

  /**
   * The lines of an activation that has just ended. Fails with {@link LogCollectingException} where
   * they are incomplete.
   */
  Future<ActivationLogs> collectLogs(
      TransactionMetadata transid,
      Identity user,
      WhiskActivation activation,
      Container container,
      ExecutableWhiskAction action);

  /**
   * The lines of an activation that a user asks for.
   *
   * @param logs the lines of the activation's record, where there is one
   */
  Future<ActivationLogs> fetchLogs(
      String namespace,
      String activationId,
      Option<Instant> start,
      Option<Instant> end,
      Option<ActivationLogs> logs,
      UserContext content);

  /**
   * What scalac calls from the constructor of every implementing class: logs are collected by the
   * store.
   */
  static void $init$(LogStore self) {
    self
        .org$apache$openwhisk$core$containerpool$logging$LogStore$_setter_$logCollectionOutOfBand_$eq(
            false);
  }
}
