// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.apache.openwhisk.core.entity.ByteSize;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.concurrent.duration.FiniteDuration;

/** The settings under {@code whisk.container-pool}. */
public class ContainerPoolConfig implements Product, scala.Serializable {
  private final ByteSize userMemory;
  private final double concurrentPeekFactor;
  private final boolean akkaClient;
  private final FiniteDuration prewarmExpirationCheckInitDelay;
  private final FiniteDuration prewarmExpirationCheckInterval;
  private final Option<FiniteDuration> prewarmExpirationCheckIntervalVariance;
  private final int prewarmExpirationLimit;
  private final int prewarmMaxRetryLimit;
  private final boolean prewarmPromotion;
  private final FiniteDuration memorySyncInterval;
  private final int batchDeletionSize;
  private final Option<Object> userCpus;
  private final Option<PrewarmContainerCreationConfig> prewarmContainerCreationConfig;

  /** These settings. */
  public ContainerPoolConfig(
      ByteSize userMemory,
      double concurrentPeekFactor,
      boolean akkaClient,
      FiniteDuration prewarmExpirationCheckInitDelay,
      FiniteDuration prewarmExpirationCheckInterval,
      Option<FiniteDuration> prewarmExpirationCheckIntervalVariance,
      int prewarmExpirationLimit,
      int prewarmMaxRetryLimit,
      boolean prewarmPromotion,
      FiniteDuration memorySyncInterval,
      int batchDeletionSize,
      Option<Object> userCpus,
      Option<PrewarmContainerCreationConfig> prewarmContainerCreationConfig) {
    this.userMemory = userMemory;
    this.concurrentPeekFactor = concurrentPeekFactor;
    this.akkaClient = akkaClient;
    this.prewarmExpirationCheckInitDelay = prewarmExpirationCheckInitDelay;
    this.prewarmExpirationCheckInterval = prewarmExpirationCheckInterval;
    this.prewarmExpirationCheckIntervalVariance = prewarmExpirationCheckIntervalVariance;
    this.prewarmExpirationLimit = prewarmExpirationLimit;
    this.prewarmMaxRetryLimit = prewarmMaxRetryLimit;
    this.prewarmPromotion = prewarmPromotion;
    this.memorySyncInterval = memorySyncInterval;
    this.batchDeletionSize = batchDeletionSize;
    this.userCpus = userCpus;
    this.prewarmContainerCreationConfig = prewarmContainerCreationConfig;
    CaseClass.require(
        concurrentPeekFactor > 0 && concurrentPeekFactor <= 1.0,
        "concurrentPeekFactor must be > 0 and <= 1.0; was " + concurrentPeekFactor);
    CaseClass.require(
        prewarmExpirationCheckInterval.toSeconds() > 0,
        "prewarmExpirationCheckInterval must be > 0");
    CaseClass.require(batchDeletionSize > 0, "batch deletion size must be > 0");
    CaseClass.require(!userCpus.isDefined() || (Double) userCpus.get() > 0, "userCpus must be > 0");
  }

  /** These settings. */
  public static ContainerPoolConfig apply(
      ByteSize userMemory,
      double concurrentPeekFactor,
      boolean akkaClient,
      FiniteDuration prewarmExpirationCheckInitDelay,
      FiniteDuration prewarmExpirationCheckInterval,
      Option<FiniteDuration> prewarmExpirationCheckIntervalVariance,
      int prewarmExpirationLimit,
      int prewarmMaxRetryLimit,
      boolean prewarmPromotion,
      FiniteDuration memorySyncInterval,
      int batchDeletionSize,
      Option<Object> userCpus,
      Option<PrewarmContainerCreationConfig> prewarmContainerCreationConfig) {
    return new ContainerPoolConfig(
        userMemory,
        concurrentPeekFactor,
        akkaClient,
        prewarmExpirationCheckInitDelay,
        prewarmExpirationCheckInterval,
        prewarmExpirationCheckIntervalVariance,
        prewarmExpirationLimit,
        prewarmMaxRetryLimit,
        prewarmPromotion,
        memorySyncInterval,
        batchDeletionSize,
        userCpus,
        prewarmContainerCreationConfig);
  }

  /** The memory of all containers together. */
  public ByteSize userMemory() {
    return userMemory;
  }

  /** Above 0, at most 1. */
  public double concurrentPeekFactor() {
    return concurrentPeekFactor;
  }

  /** Which HTTP client calls containers. */
  public boolean akkaClient() {
    return akkaClient;
  }

  /** The time before prewarmed containers are first checked. */
  public FiniteDuration prewarmExpirationCheckInitDelay() {
    return prewarmExpirationCheckInitDelay;
  }

  /** The time between checks; a second or more. */
  public FiniteDuration prewarmExpirationCheckInterval() {
    return prewarmExpirationCheckInterval;
  }

  /** How much that varies. */
  public Option<FiniteDuration> prewarmExpirationCheckIntervalVariance() {
    return prewarmExpirationCheckIntervalVariance;
  }

  /** How many expire in one check. */
  public int prewarmExpirationLimit() {
    return prewarmExpirationLimit;
  }

  /** How often a failed creation is tried again. */
  public int prewarmMaxRetryLimit() {
    return prewarmMaxRetryLimit;
  }

  /** Whether a larger prewarmed container may be taken. */
  public boolean prewarmPromotion() {
    return prewarmPromotion;
  }

  /** How often the free memory is told. */
  public FiniteDuration memorySyncInterval() {
    return memorySyncInterval;
  }

  /** How many containers are removed together; above 0. */
  public int batchDeletionSize() {
    return batchDeletionSize;
  }

  /** The processors of all containers together, a double above 0. */
  public Option<Object> userCpus() {
    return userCpus;
  }

  /** How prewarmed containers are created. */
  public Option<PrewarmContainerCreationConfig> prewarmContainerCreationConfig() {
    return prewarmContainerCreationConfig;
  }

  /**
   * Docker's CPU shares of a container: its part of 1024, by memory, at least 2.
   *
   * @throws ArithmeticException where the container has more memory than the pool
   */
  public int cpuShare(ByteSize reservedMemory) {
    return Math.max((int) (1024.0 / parts(reservedMemory)), 2);
  }

  /**
   * The processors of a container: its part of {@link #userCpus}, by memory, to five places, at
   * least 0.01.
   */
  public Option<Object> cpuLimit(ByteSize reservedMemory) {
    if (!userCpus.isDefined()) {
      return ScalaValues.none();
    }
    double share = (Double) userCpus.get() / parts(reservedMemory);
    return ScalaValues.some(Math.max(Math.round(share * 100000) / 100000.0, 0.01));
  }

  private long parts(ByteSize reservedMemory) {
    return userMemory.toBytes() / reservedMemory.toBytes();
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "ContainerPoolConfig";
  }

  @Override
  public int productArity() {
    return 13;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(
        n,
        userMemory,
        concurrentPeekFactor,
        akkaClient,
        prewarmExpirationCheckInitDelay,
        prewarmExpirationCheckInterval,
        prewarmExpirationCheckIntervalVariance,
        prewarmExpirationLimit,
        prewarmMaxRetryLimit,
        prewarmPromotion,
        memorySyncInterval,
        batchDeletionSize,
        userCpus,
        prewarmContainerCreationConfig);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof ContainerPoolConfig;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return CaseClass.same(this, that);
  }

  @Override
  public int hashCode() {
    return CaseClass.hash(this);
  }
}
