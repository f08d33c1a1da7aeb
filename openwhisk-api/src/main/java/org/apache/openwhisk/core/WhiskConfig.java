// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core;

import akka.http.scaladsl.model.Uri$;
import akka.parboiled2.ParserInput$;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.io.File;
import java.util.Locale;
import org.apache.openwhisk.common.Config;
import org.apache.openwhisk.common.Logging;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import scala.sys.package$;
import scala.util.Try;

/**
 * The properties of an OpenWhisk service: those of {@link Config}, with those of a file {@code
 * whisk.properties} above them. A property that was not asked for is the empty text.
 */
public class WhiskConfig extends Config {
  private final String servicePort;
  private final String dockerEndpoint;
  private final String dockerPort;
  private final String kafkaHosts;
  private final String edgeHostName;
  private final String invokerHosts;
  private final String zookeeperHosts;
  private final String dbPrefix;
  private final String mainDockerEndpoint;
  private final String runtimesManifest;
  private final String actionInvokePerMinuteLimit;
  private final String actionInvokeConcurrentLimit;
  private final String triggerFirePerMinuteLimit;
  private final String actionSequenceLimit;
  private final String controllerSeedNodes;
  private final String schedulerHost;
  private final String schedulerRpcPort;
  private final String schedulerAkkaPort;
  private final @Nullable File propertiesFile;
  private final Logging logging;
  private final String wskApiHost;
  private final double controllerBlackboxFraction;
  private final String edgeHost;

  /**
   * Reads the properties.
   *
   * @param requiredProperties the names that must have a value, each with its default or null
   * @param optionalProperties the names that may have one
   * @param propertiesFile the file, or null for {@code whisk.properties} in the working directory
   *     or the nearest above it
   * @param env the environment to read
   */
  public WhiskConfig(
      Map<String, String> requiredProperties,
      Set<String> optionalProperties,
      @Nullable File propertiesFile,
      Map<String, String> env,
      Logging logging) {
    super(requiredProperties, optionalProperties, env, logging);
    this.propertiesFile = propertiesFile;
    this.logging = logging;
    this.servicePort = getProperty("port");
    this.dockerEndpoint = getProperty("main.docker.endpoint");
    this.dockerPort = getProperty("docker.port");
    this.kafkaHosts = getProperty("kafka.hosts");
    this.edgeHostName = getProperty("edge.host");
    this.invokerHosts = getProperty("invoker.hosts");
    this.zookeeperHosts = getProperty("zookeeper.hosts");
    this.dbPrefix = getProperty("db.prefix");
    this.mainDockerEndpoint = getProperty("main.docker.endpoint");
    this.runtimesManifest = getProperty("runtimes.manifest");
    this.actionInvokePerMinuteLimit = getProperty("limits.actions.invokes.perMinute");
    this.actionInvokeConcurrentLimit = getProperty("limits.actions.invokes.concurrent");
    this.triggerFirePerMinuteLimit = getProperty("limits.triggers.fires.perMinute");
    this.actionSequenceLimit = getProperty("limits.actions.sequence.maxLength");
    this.controllerSeedNodes = getProperty("akka.cluster.seed.nodes");
    this.schedulerHost = getProperty("whisk.scheduler.endpoints.host");
    this.schedulerRpcPort = getProperty("whisk.scheduler.endpoints.rpcPort");
    this.schedulerAkkaPort = getProperty("whisk.scheduler.endpoints.akkaPort");
    this.wskApiHost =
        url(
            getProperty(wskApiProtocol()),
            getProperty(wskApiHostname()),
            getProperty(wskApiPort()));
    this.controllerBlackboxFraction = getAsDouble("controller.blackboxFraction", 0.10);
    this.edgeHost = edgeHostName + ":" + getProperty(edgeHostApiPort());
  }

  /**
   * {@code whisk-config.disable.whisks.props.file.read}: the system property that keeps the file
   * from being read.
   */
  public static String disableWhiskPropsFileRead() {
    return Config.prefix() + "disable.whisks.props.file.read";
  }

  /** The name {@code limits.actions.sequence.maxLength}. */
  public static String actionSequenceMaxLimit() {
    return "limits.actions.sequence.maxLength";
  }

  /** The name {@code db.hostsList}. */
  public static String dbHostsList() {
    return "db.hostsList";
  }

  /** The name {@code invoker.hosts}. */
  public static String invokerHostsList() {
    return "invoker.hosts";
  }

  /** The name {@code edge.host.apiport}. */
  public static String edgeHostApiPort() {
    return "edge.host.apiport";
  }

  /** The name {@code zookeeper.hosts}. */
  public static String zookeeperHostList() {
    return "zookeeper.hosts";
  }

  /** The name {@code kafka.hosts}. */
  public static String kafkaHostList() {
    return "kafka.hosts";
  }

  /** The name {@code db.instances}. */
  public static String dbInstances() {
    return "db.instances";
  }

  /** The name {@code whisk.api.host.name}. */
  public static String wskApiHostname() {
    return "whisk.api.host.name";
  }

  /** The name {@code whisk.api.host.port}. */
  public static String wskApiPort() {
    return "whisk.api.host.port";
  }

  /** The name {@code whisk.api.host.proto}. */
  public static String wskApiProtocol() {
    return "whisk.api.host.proto";
  }

  /** No optional properties. */
  public static Set<String> $lessinit$greater$default$2() {
    return Config.$lessinit$greater$default$2();
  }

  /** No file given. */
  public static @Nullable File $lessinit$greater$default$3() {
    return null;
  }

  /** The environment of the process. */
  public static Map<String, String> $lessinit$greater$default$4() {
    return package$.MODULE$.env();
  }

  /** A property from the environment of the process. */
  public static Option<String> readFromEnv(String key) {
    return package$.MODULE$.env().get(asEnvVar(key));
  }

  /** The environment variable of a property: {@code FOO_BAR} for {@code foo.bar}. */
  public static @Nullable String asEnvVar(@Nullable String key) {
    return key == null ? null : key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** Sets the properties, of those in the map, that a file gives as {@code name=value}. */
  public static void readPropertiesFromFile(
      scala.collection.mutable.Map<String, String> properties,
      @Nullable File file,
      Logging logging) {
    PropertiesFile.read(properties, file, logging);
  }

  @Override
  public scala.collection.mutable.Map<String, String> getProperties() {
    scala.collection.mutable.Map<String, String> properties = super.getProperties();
    if (!Boolean.getBoolean(disableWhiskPropsFileRead())) {
      File file = propertiesFile == null ? PropertiesFile.nearest() : propertiesFile;
      PropertiesFile.read(properties, file, logging);
    }
    return properties;
  }

  /** The port of the service itself. */
  public String servicePort() {
    return servicePort;
  }

  /** The property {@code main.docker.endpoint}. */
  public String dockerEndpoint() {
    return dockerEndpoint;
  }

  /** The property {@code docker.port}. */
  public String dockerPort() {
    return dockerPort;
  }

  /** The property {@code kafka.hosts}. */
  public String kafkaHosts() {
    return kafkaHosts;
  }

  /** The property {@code edge.host}. */
  public String edgeHostName() {
    return edgeHostName;
  }

  /** The property {@code invoker.hosts}. */
  public String invokerHosts() {
    return invokerHosts;
  }

  /** The property {@code zookeeper.hosts}. */
  public String zookeeperHosts() {
    return zookeeperHosts;
  }

  /** The property {@code db.prefix}. */
  public String dbPrefix() {
    return dbPrefix;
  }

  /** The property {@code main.docker.endpoint}. */
  public String mainDockerEndpoint() {
    return mainDockerEndpoint;
  }

  /** The manifest of runtimes, as JSON. */
  public String runtimesManifest() {
    return runtimesManifest;
  }

  /** The property {@code limits.actions.invokes.perMinute}. */
  public String actionInvokePerMinuteLimit() {
    return actionInvokePerMinuteLimit;
  }

  /** The property {@code limits.actions.invokes.concurrent}. */
  public String actionInvokeConcurrentLimit() {
    return actionInvokeConcurrentLimit;
  }

  /** The property {@code limits.triggers.fires.perMinute}. */
  public String triggerFirePerMinuteLimit() {
    return triggerFirePerMinuteLimit;
  }

  /** The property {@code limits.actions.sequence.maxLength}. */
  public String actionSequenceLimit() {
    return actionSequenceLimit;
  }

  /** The property {@code akka.cluster.seed.nodes}. */
  public String controllerSeedNodes() {
    return controllerSeedNodes;
  }

  /** The property {@code whisk.scheduler.endpoints.host}. */
  public String schedulerHost() {
    return schedulerHost;
  }

  /** The property {@code whisk.scheduler.endpoints.rpcPort}. */
  public String schedulerRpcPort() {
    return schedulerRpcPort;
  }

  /** The property {@code whisk.scheduler.endpoints.akkaPort}. */
  public String schedulerAkkaPort() {
    return schedulerAkkaPort;
  }

  /** The address of the REST API as actions see it, without a default port, or the empty text. */
  public String wskApiHost() {
    return wskApiHost;
  }

  /** The property {@code controller.blackboxFraction}, or 0.1. */
  public double controllerBlackboxFraction() {
    return controllerBlackboxFraction;
  }

  /** The property {@code edge.host}, a colon, and the property {@code edge.host.apiport}. */
  public String edgeHost() {
    return edgeHost;
  }

  private static String url(String protocol, String host, String port) {
    Try<String> url =
        ScalaValues.attempt(
            () ->
                Uri$.MODULE$.normalize(
                    ParserInput$.MODULE$.apply(protocol + "://" + host + ":" + port),
                    Uri$.MODULE$.normalize$default$2(),
                    Uri$.MODULE$.normalize$default$3()));
    return url.isSuccess() ? url.get() : "";
  }
}
