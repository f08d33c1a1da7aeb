// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.collection.immutable.Set;
import scala.concurrent.duration.FiniteDuration;

/** The limits of a namespace, each where it differs from the platform's. */
public class UserLimits implements Product, scala.Serializable {
  private final Option<Object> invocationsPerMinute;
  private final Option<Object> concurrentInvocations;
  private final Option<Object> firesPerMinute;
  private final Option<Set<String>> allowedKinds;
  private final Option<Object> storeActivations;
  private final Option<MemoryLimit> minActionMemory;
  private final Option<MemoryLimit> maxActionMemory;
  private final Option<LogLimit> minActionLogs;
  private final Option<LogLimit> maxActionLogs;
  private final Option<TimeLimit> minActionTimeout;
  private final Option<TimeLimit> maxActionTimeout;
  private final Option<IntraConcurrencyLimit> minActionConcurrency;
  private final Option<IntraConcurrencyLimit> maxActionConcurrency;
  private final Option<ByteSize> maxParameterSize;
  private final Option<ByteSize> maxPayloadSize;
  private final Option<ByteSize> truncationSize;
  private final Option<Object> warmedContainerKeepingCount;
  private final Option<String> warmedContainerKeepingTimeout;
  private final Option<Object> maxActionInstances;

  /** These limits. */
  public UserLimits(
      Option<Object> invocationsPerMinute,
      Option<Object> concurrentInvocations,
      Option<Object> firesPerMinute,
      Option<Set<String>> allowedKinds,
      Option<Object> storeActivations,
      Option<MemoryLimit> minActionMemory,
      Option<MemoryLimit> maxActionMemory,
      Option<LogLimit> minActionLogs,
      Option<LogLimit> maxActionLogs,
      Option<TimeLimit> minActionTimeout,
      Option<TimeLimit> maxActionTimeout,
      Option<IntraConcurrencyLimit> minActionConcurrency,
      Option<IntraConcurrencyLimit> maxActionConcurrency,
      Option<ByteSize> maxParameterSize,
      Option<ByteSize> maxPayloadSize,
      Option<ByteSize> truncationSize,
      Option<Object> warmedContainerKeepingCount,
      Option<String> warmedContainerKeepingTimeout,
      Option<Object> maxActionInstances) {
    this.invocationsPerMinute = invocationsPerMinute;
    this.concurrentInvocations = concurrentInvocations;
    this.firesPerMinute = firesPerMinute;
    this.allowedKinds = allowedKinds;
    this.storeActivations = storeActivations;
    this.minActionMemory = minActionMemory;
    this.maxActionMemory = maxActionMemory;
    this.minActionLogs = minActionLogs;
    this.maxActionLogs = maxActionLogs;
    this.minActionTimeout = minActionTimeout;
    this.maxActionTimeout = maxActionTimeout;
    this.minActionConcurrency = minActionConcurrency;
    this.maxActionConcurrency = maxActionConcurrency;
    this.maxParameterSize = maxParameterSize;
    this.maxPayloadSize = maxPayloadSize;
    this.truncationSize = truncationSize;
    this.warmedContainerKeepingCount = warmedContainerKeepingCount;
    this.warmedContainerKeepingTimeout = warmedContainerKeepingTimeout;
    this.maxActionInstances = maxActionInstances;
  }

  /** These limits. */
  public static UserLimits apply(
      Option<Object> invocationsPerMinute,
      Option<Object> concurrentInvocations,
      Option<Object> firesPerMinute,
      Option<Set<String>> allowedKinds,
      Option<Object> storeActivations,
      Option<MemoryLimit> minActionMemory,
      Option<MemoryLimit> maxActionMemory,
      Option<LogLimit> minActionLogs,
      Option<LogLimit> maxActionLogs,
      Option<TimeLimit> minActionTimeout,
      Option<TimeLimit> maxActionTimeout,
      Option<IntraConcurrencyLimit> minActionConcurrency,
      Option<IntraConcurrencyLimit> maxActionConcurrency,
      Option<ByteSize> maxParameterSize,
      Option<ByteSize> maxPayloadSize,
      Option<ByteSize> truncationSize,
      Option<Object> warmedContainerKeepingCount,
      Option<String> warmedContainerKeepingTimeout,
      Option<Object> maxActionInstances) {
    return new UserLimits(
        invocationsPerMinute,
        concurrentInvocations,
        firesPerMinute,
        allowedKinds,
        storeActivations,
        minActionMemory,
        maxActionMemory,
        minActionLogs,
        maxActionLogs,
        minActionTimeout,
        maxActionTimeout,
        minActionConcurrency,
        maxActionConcurrency,
        maxParameterSize,
        maxPayloadSize,
        truncationSize,
        warmedContainerKeepingCount,
        warmedContainerKeepingTimeout,
        maxActionInstances);
  }

  /** How many activations a minute. */
  public Option<Object> invocationsPerMinute() {
    return invocationsPerMinute;
  }

  /** How many activations at once. */
  public Option<Object> concurrentInvocations() {
    return concurrentInvocations;
  }

  /** How many triggers a minute. */
  public Option<Object> firesPerMinute() {
    return firesPerMinute;
  }

  /** Which kinds of actions. */
  public Option<Set<String>> allowedKinds() {
    return allowedKinds;
  }

  /** Whether activations are stored. */
  public Option<Object> storeActivations() {
    return storeActivations;
  }

  /** The least memory of an action. */
  public Option<MemoryLimit> minActionMemory() {
    return minActionMemory;
  }

  /** The greatest memory of an action. */
  public Option<MemoryLimit> maxActionMemory() {
    return maxActionMemory;
  }

  /** The least log limit of an action. */
  public Option<LogLimit> minActionLogs() {
    return minActionLogs;
  }

  /** The greatest log limit of an action. */
  public Option<LogLimit> maxActionLogs() {
    return maxActionLogs;
  }

  /** The least time of an action. */
  public Option<TimeLimit> minActionTimeout() {
    return minActionTimeout;
  }

  /** The greatest time of an action. */
  public Option<TimeLimit> maxActionTimeout() {
    return maxActionTimeout;
  }

  /** The least concurrency of an action. */
  public Option<IntraConcurrencyLimit> minActionConcurrency() {
    return minActionConcurrency;
  }

  /** The greatest concurrency of an action. */
  public Option<IntraConcurrencyLimit> maxActionConcurrency() {
    return maxActionConcurrency;
  }

  /** The greatest size of parameters. */
  public Option<ByteSize> maxParameterSize() {
    return maxParameterSize;
  }

  /** The greatest size of a payload. */
  public Option<ByteSize> maxPayloadSize() {
    return maxPayloadSize;
  }

  /** How much of a larger payload is kept. */
  public Option<ByteSize> truncationSize() {
    return truncationSize;
  }

  /** How many warm containers are kept. */
  public Option<Object> warmedContainerKeepingCount() {
    return warmedContainerKeepingCount;
  }

  /** How long they are kept. */
  public Option<String> warmedContainerKeepingTimeout() {
    return warmedContainerKeepingTimeout;
  }

  /** The greatest number of containers of an action. */
  public Option<Object> maxActionInstances() {
    return maxActionInstances;
  }

  /** The limits of a user for whom nothing is set. */
  public static UserLimits standardUserLimits() {
    return UserLimits$.MODULE$.standardUserLimits();
  }

  /** What the namespace allows, within the system's limit. */
  public ByteSize allowedMaxParameterSize() {
    ByteSize limit =
        maxParameterSize.isDefined()
            ? maxParameterSize.get()
            : Parameters$.MODULE$.MAX_SIZE_DEFAULT();
    return Sizes.min(limit, Parameters$.MODULE$.MAX_SIZE());
  }

  /** What the namespace allows, within the system's limit. */
  public ByteSize allowedMaxPayloadSize() {
    ByteSize limit =
        maxPayloadSize.isDefined()
            ? maxPayloadSize.get()
            : ActivationEntityLimit$.MODULE$.MAX_ACTIVATION_ENTITY_LIMIT_DEFAULT();
    return Sizes.min(limit, ActivationEntityLimit$.MODULE$.MAX_ACTIVATION_ENTITY_LIMIT());
  }

  /** What the namespace allows, within the system's limit. */
  public ByteSize allowedTruncationSize() {
    ByteSize limit =
        truncationSize.isDefined()
            ? truncationSize.get()
            : ActivationEntityLimit$.MODULE$.MAX_ACTIVATION_ENTITY_TRUNCATION_LIMIT_DEFAULT();
    return Sizes.min(
        limit, ActivationEntityLimit$.MODULE$.MAX_ACTIVATION_ENTITY_TRUNCATION_LIMIT());
  }

  /** What the namespace allows, within the system's limit. */
  public int allowedMaxActionConcurrency() {
    int limit =
        maxActionConcurrency.isDefined()
            ? maxActionConcurrency.get().maxConcurrent()
            : IntraConcurrencyLimit$.MODULE$.MAX_CONCURRENT_DEFAULT();
    return Math.min(limit, IntraConcurrencyLimit$.MODULE$.MAX_CONCURRENT());
  }

  /** What the namespace allows, within the system's limit. */
  public int allowedMinActionConcurrency() {
    int limit =
        minActionConcurrency.isDefined()
            ? minActionConcurrency.get().maxConcurrent()
            : IntraConcurrencyLimit$.MODULE$.MIN_CONCURRENT_DEFAULT();
    return Math.max(limit, IntraConcurrencyLimit$.MODULE$.MIN_CONCURRENT());
  }

  /** What the namespace allows, within the system's limit. */
  public ByteSize allowedMaxActionMemory() {
    ByteSize limit =
        maxActionMemory.isDefined()
            ? maxActionMemory.get().toByteSize()
            : MemoryLimit$.MODULE$.MAX_MEMORY_DEFAULT();
    return Sizes.min(limit, MemoryLimit$.MODULE$.MAX_MEMORY());
  }

  /** What the namespace allows, within the system's limit. */
  public ByteSize allowedMinActionMemory() {
    ByteSize limit =
        minActionMemory.isDefined()
            ? minActionMemory.get().toByteSize()
            : MemoryLimit$.MODULE$.MIN_MEMORY_DEFAULT();
    return Sizes.max(limit, MemoryLimit$.MODULE$.MIN_MEMORY());
  }

  /** What the namespace allows, within the system's limit. */
  public ByteSize allowedMaxActionLogs() {
    ByteSize limit =
        maxActionLogs.isDefined()
            ? maxActionLogs.get().toByteSize()
            : LogLimit$.MODULE$.MAX_LOGSIZE_DEFAULT();
    return Sizes.min(limit, LogLimit$.MODULE$.MAX_LOGSIZE());
  }

  /** What the namespace allows, within the system's limit. */
  public ByteSize allowedMinActionLogs() {
    ByteSize limit =
        minActionLogs.isDefined()
            ? minActionLogs.get().toByteSize()
            : LogLimit$.MODULE$.MIN_LOGSIZE_DEFAULT();
    return Sizes.max(limit, LogLimit$.MODULE$.MIN_LOGSIZE());
  }

  /** What the namespace allows, within the system's limit. */
  public FiniteDuration allowedMaxActionTimeout() {
    FiniteDuration limit =
        maxActionTimeout.isDefined()
            ? maxActionTimeout.get().duration()
            : TimeLimit$.MODULE$.MAX_DURATION_DEFAULT();
    return limit.$greater(TimeLimit$.MODULE$.MAX_DURATION())
        ? TimeLimit$.MODULE$.MAX_DURATION()
        : limit;
  }

  /** What the namespace allows, within the system's limit. */
  public FiniteDuration allowedMinActionTimeout() {
    FiniteDuration limit =
        minActionTimeout.isDefined()
            ? minActionTimeout.get().duration()
            : TimeLimit$.MODULE$.MIN_DURATION_DEFAULT();
    return limit.$less(TimeLimit$.MODULE$.MIN_DURATION())
        ? TimeLimit$.MODULE$.MIN_DURATION()
        : limit;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "UserLimits";
  }

  @Override
  public int productArity() {
    return 19;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(
        n,
        invocationsPerMinute,
        concurrentInvocations,
        firesPerMinute,
        allowedKinds,
        storeActivations,
        minActionMemory,
        maxActionMemory,
        minActionLogs,
        maxActionLogs,
        minActionTimeout,
        maxActionTimeout,
        minActionConcurrency,
        maxActionConcurrency,
        maxParameterSize,
        maxPayloadSize,
        truncationSize,
        warmedContainerKeepingCount,
        warmedContainerKeepingTimeout,
        maxActionInstances);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof UserLimits;
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
