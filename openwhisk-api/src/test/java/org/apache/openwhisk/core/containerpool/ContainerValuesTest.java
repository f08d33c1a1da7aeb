// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.List;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Some;

class ContainerValuesTest {
  private static final ByteSize MB = ByteSize.fromString("1 MB");

  @Test
  void identifiersAndHostsAreNotEmpty() {
    assertThat(ContainerId.apply("a"))
        .isEqualTo(ContainerId.apply("a"))
        .hasToString("ContainerId(a)");
    assertThat(ContainerAddress.apply("h", 80).asString()).isEqualTo("h:80");
    assertThatThrownBy(() -> ContainerId.apply(""))
        .hasMessage("requirement failed: ContainerId must not be empty");
    assertThatThrownBy(() -> ContainerAddress.apply("", 80))
        .hasMessage("requirement failed: ContainerIp must not be empty");
  }

  @Test
  void namesBeginWithTheInvoker() {
    assertThat(ContainerFactory.containerNamePrefix(invoker(Option.empty()))).isEqualTo("wsk3");
    assertThat(ContainerFactory.containerNamePrefix(invoker(new Some<>("a b/c_d.é-"))))
        .isEqualTo("wskabc_d.é-3");
  }

  @Test
  void theRegistryGoesByTheImagesOwner() {
    RuntimesRegistryConfig ours = new RuntimesRegistryConfig("ours", Option.empty());
    RuntimesRegistryConfig users = new RuntimesRegistryConfig("users", Option.empty());
    assertThat(ContainerFactory.resolveRegistryConfig(true, ours, users)).isSameAs(users);
    assertThat(ContainerFactory.resolveRegistryConfig(false, ours, users)).isSameAs(ours);
  }

  @Test
  void thePoolSharesProcessorsByMemory() {
    ContainerPoolConfig pool = Container$.MODULE$.config();
    assertThat(pool.userMemory()).isEqualTo(ByteSize.fromString("1 GB"));
    assertThat(pool.cpuShare(ByteSize.fromString("512 MB"))).isEqualTo(512);
    assertThat(pool.cpuShare(MB)).isEqualTo(2);
    assertThat(pool.cpuLimit(MB).isDefined()).isFalse();
    assertThat(withProcessors(pool, 4.0).cpuLimit(ByteSize.fromString("256 MB")).get())
        .isEqualTo(1.0);
    assertThat(withProcessors(pool, 4.0).cpuLimit(MB).get()).isEqualTo(0.01);
  }

  @Test
  void thePoolRefusesValuesThatCannotBe() {
    ContainerPoolConfig pool = Container$.MODULE$.config();
    assertThatThrownBy(() -> withProcessors(pool, 0.0))
        .hasMessage("requirement failed: userCpus must be > 0");
  }

  @Test
  void anInstantHasNoLength() {
    assertThat(Interval.zero().duration()).hasToString("0 milliseconds");
  }

  private static ContainerPoolConfig withProcessors(ContainerPoolConfig pool, double processors) {
    return new ContainerPoolConfig(
        pool.userMemory(),
        pool.concurrentPeekFactor(),
        pool.akkaClient(),
        pool.prewarmExpirationCheckInitDelay(),
        pool.prewarmExpirationCheckInterval(),
        pool.prewarmExpirationCheckIntervalVariance(),
        pool.prewarmExpirationLimit(),
        pool.prewarmMaxRetryLimit(),
        pool.prewarmPromotion(),
        pool.memorySyncInterval(),
        pool.batchDeletionSize(),
        new Some<>(processors),
        pool.prewarmContainerCreationConfig());
  }

  private static InvokerInstanceId invoker(Option<String> name) {
    return InvokerInstanceId.apply(
        3,
        name,
        Option.empty(),
        MB,
        Option.empty(),
        ScalaValues.vector(List.of()),
        ScalaValues.vector(List.of()));
  }
}
