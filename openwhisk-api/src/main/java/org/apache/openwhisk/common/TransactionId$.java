// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import akka.event.Logging$;
import akka.http.scaladsl.model.headers.RawHeader;
import io.wasmwhisk.openwhisk.ScalaValues;
import io.wasmwhisk.openwhisk.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import scala.Function0;
import spray.json.RootJsonFormat;

/**
 * Makes transactions and writes their log lines (OpenWhisk's {@code common/TransactionId.scala}).
 * Where {@code whisk.metrics.logs-enabled} is true, the default, each step and count carries its
 * {@link LogMarker}.
 */
public final class TransactionId$ implements scala.Serializable {
  public static final TransactionId$ MODULE$ = new TransactionId$();

  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final MetricConfig metricConfig;
  private final TransactionGeneratorConfig generatorConfig;
  private final TransactionMetadata unknown = system("unknown");
  private final TransactionMetadata testing = system("testing");
  private final TransactionMetadata invoker = system("invoker");
  private final TransactionMetadata invokerWarmup = system("invokerWarmup");
  private final TransactionMetadata invokerNanny = system("invokerNanny");
  private final TransactionMetadata invokerHealth = system("invokerHealth");
  private volatile TransactionMetadata containerCreation = system("containerCreation");
  private volatile TransactionMetadata containerDeletion = system("containerDeletion");

  private TransactionId$() {
    Settings metrics = Settings.under("whisk.metrics");
    this.metricConfig =
        new MetricConfig(
            metrics.bool("prometheus-enabled"),
            metrics.bool("kamon-enabled"),
            metrics.bool("kamon-tags-enabled"),
            metrics.bool("logs-enabled"));
    this.generatorConfig =
        new TransactionGeneratorConfig(Settings.under("whisk.transactions").text("header"));
  }

  /** The settings under {@code whisk.metrics}. */
  public MetricConfig metricConfig() {
    return metricConfig;
  }

  /** Whether metrics are counted. */
  public boolean metricsKamon() {
    return metricConfig.kamonEnabled();
  }

  /** Whether marker tokens carry tags. */
  public boolean metricsKamonTags() {
    return metricConfig.kamonTagsEnabled();
  }

  /** Whether log lines carry markers. */
  public boolean metricsLog() {
    return metricConfig.logsEnabled();
  }

  /** The settings under {@code whisk.transactions}. */
  public TransactionGeneratorConfig generatorConfig() {
    return generatorConfig;
  }

  /** {@code sid_}: begins the id of the system's own transactions. */
  public String systemPrefix() {
    return "sid_";
  }

  /** The transaction of calls that name none. */
  public TransactionMetadata unknown() {
    return unknown;
  }

  /** The transaction of tests. */
  public TransactionMetadata testing() {
    return testing;
  }

  /** Start and stop of an invoker. */
  public TransactionMetadata invoker() {
    return invoker;
  }

  /** The making of prewarmed containers. */
  public TransactionMetadata invokerWarmup() {
    return invokerWarmup;
  }

  /** The removal of idle containers. */
  public TransactionMetadata invokerNanny() {
    return invokerNanny;
  }

  /** The supervision of invokers. */
  public TransactionMetadata invokerHealth() {
    return invokerHealth;
  }

  /** The creation of containers. */
  public TransactionMetadata containerCreation() {
    return containerCreation;
  }

  /** Replaces the transaction. */
  public void containerCreation_$eq(TransactionMetadata tid) {
    containerCreation = tid;
  }

  /** The deletion of containers. */
  public TransactionMetadata containerDeletion() {
    return containerDeletion;
  }

  /** Replaces the transaction. */
  public void containerDeletion_$eq(TransactionMetadata tid) {
    containerDeletion = tid;
  }

  /** A transaction that begins now. */
  public TransactionMetadata apply(String tid, boolean extraLogging) {
    return new TransactionMetadata(tid, now(), extraLogging, ScalaValues.none());
  }

  /** The transaction of this metadata. */
  public TransactionMetadata apply(TransactionMetadata meta) {
    return meta;
  }

  /** A part of another transaction, with an id of its own, that begins now. */
  public TransactionMetadata childOf(TransactionMetadata parentTid) {
    return new TransactionMetadata(
        generateTid(), now(), parentTid.extraLogging(), ScalaValues.some(parentTid));
  }

  /** 32 random letters and digits. */
  public String generateTid() {
    StringBuilder tid = new StringBuilder(32);
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = 0; i < 32; i++) {
      tid.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
    }
    return tid.toString();
  }

  /**
   * The JSON form: {@code [id, start, extraLogging if true, parent if any]}; what is none reads as
   * unknown.
   */
  public RootJsonFormat<TransactionId> serdes() {
    return TransactionJson.FORMAT;
  }

  /** The outermost transaction that this one is part of. */
  public TransactionMetadata root$extension(TransactionMetadata $this) {
    return findRoot$extension($this, $this);
  }

  /** The identifier. */
  public String id$extension(TransactionMetadata $this) {
    return $this.id();
  }

  /** {@code #tid_} and the id. */
  public String toString$extension(TransactionMetadata $this) {
    return $this.toString();
  }

  /** The HTTP header that carries the id. */
  public RawHeader toHeader$extension(TransactionMetadata $this) {
    return new RawHeader(generatorConfig.header(), $this.id());
  }

  /**
   * Counts an event: writes the message with the marker at info level, or without it at the given
   * level.
   */
  public void mark$extension(
      TransactionMetadata $this,
      Object from,
      LogMarkerToken marker,
      Function0<String> message,
      int logLevel,
      Logging logging) {
    emit(
        $this,
        from,
        logging,
        logLevel,
        Logging$.MODULE$.InfoLevel(),
        message,
        message,
        () -> new LogMarker(marker, deltaToStart$extension($this), ScalaValues.none()));
    MetricEmitter.emitCounterMetric(marker, 1L);
  }

  /** No message. */
  public String mark$default$3$extension(TransactionMetadata $this) {
    return "";
  }

  /** Debug level. */
  public int mark$default$4$extension(TransactionMetadata $this) {
    return Logging$.MODULE$.DebugLevel();
  }

  /** Begins to time a step, counted and written as {@link #mark$extension} does. */
  public StartMarker started$extension(
      TransactionMetadata $this,
      Object from,
      LogMarkerToken marker,
      Function0<String> message,
      int logLevel,
      Logging logging) {
    mark$extension($this, from, marker, message, logLevel, logging);
    return new StartMarker(now(), marker);
  }

  /** No message. */
  public String started$default$3$extension(TransactionMetadata $this) {
    return "";
  }

  /** Debug level. */
  public int started$default$4$extension(TransactionMetadata $this) {
    return Logging$.MODULE$.DebugLevel();
  }

  /**
   * Ends a timed step: writes the marker at info level, with the message unless that is for
   * debugging; or, without markers, the message at the given level.
   */
  public void finished$extension(
      TransactionMetadata $this,
      Object from,
      StartMarker startMarker,
      Function0<String> message,
      int logLevel,
      Instant endTime,
      Logging logging) {
    LogMarkerToken end = startMarker.startMarker().asFinish();
    long took = deltaToMarker$extension($this, startMarker, endTime);
    Function0<String> beside = logLevel <= Logging$.MODULE$.InfoLevel() ? message : () -> "";
    emit(
        $this,
        from,
        logging,
        logLevel,
        Logging$.MODULE$.InfoLevel(),
        message,
        beside,
        () -> new LogMarker(end, deltaToStart$extension($this), ScalaValues.some(took)));
    MetricEmitter.emitHistogramMetric(end, took);
  }

  /** No message. */
  public String finished$default$3$extension(TransactionMetadata $this) {
    return "";
  }

  /** Debug level. */
  public int finished$default$4$extension(TransactionMetadata $this) {
    return Logging$.MODULE$.DebugLevel();
  }

  /** Now. */
  public Instant finished$default$5$extension(TransactionMetadata $this) {
    return Instant.now();
  }

  /**
   * Ends a timed step that failed: writes the message, with the marker where those are on, at the
   * given level.
   */
  public void failed$extension(
      TransactionMetadata $this,
      Object from,
      StartMarker startMarker,
      Function0<String> message,
      int logLevel,
      Logging logging) {
    LogMarkerToken end = startMarker.startMarker().asError();
    long took = deltaToMarker$extension($this, startMarker, Instant.now());
    emit(
        $this,
        from,
        logging,
        logLevel,
        logLevel,
        message,
        message,
        () -> new LogMarker(end, deltaToStart$extension($this), ScalaValues.some(took)));
    MetricEmitter.emitHistogramMetric(end, took);
    MetricEmitter.emitCounterMetric(end, 1L);
  }

  /** No message. */
  public String failed$default$3$extension(TransactionMetadata $this) {
    return "";
  }

  /** Warning level. */
  public int failed$default$4$extension(TransactionMetadata $this) {
    return Logging$.MODULE$.WarningLevel();
  }

  /** Milliseconds since the transaction began. */
  public long deltaToStart$extension(TransactionMetadata $this) {
    return Duration.between($this.start(), Instant.now()).toMillis();
  }

  /** Milliseconds from the step's beginning to its end. */
  public long deltaToMarker$extension(
      TransactionMetadata $this, StartMarker startMarker, Instant endTime) {
    return Duration.between(startMarker.start(), endTime).toMillis();
  }

  /** Now. */
  public Instant deltaToMarker$default$2$extension(TransactionMetadata $this) {
    return Instant.now();
  }

  /** Whether it is part of another transaction. */
  public boolean hasParent$extension(TransactionMetadata $this) {
    return $this.parent().isDefined();
  }

  /** The text of a log line with its marker. */
  public String createMessageWithMarker$extension(
      TransactionMetadata $this, String message, LogMarker marker) {
    return message + " " + marker;
  }

  /** The outermost transaction of a chain. */
  public TransactionMetadata findRoot$extension(
      TransactionMetadata $this, TransactionMetadata meta) {
    TransactionMetadata root = meta;
    while (root.parent().isDefined()) {
      root = root.parent().get();
    }
    return root;
  }

  /** The JSON form as a text. */
  public String serialize$extension(TransactionMetadata $this) {
    return serdes().write(new TransactionId($this)).compactPrint();
  }

  /** The metadata's hash. */
  public int hashCode$extension(TransactionMetadata $this) {
    return $this.hashCode();
  }

  /** Whether the other is a boxed transaction of the same metadata. */
  public boolean equals$extension(TransactionMetadata $this, @Nullable Object that) {
    return that instanceof TransactionId other && $this.equals(other.meta());
  }

  private void emit(
      TransactionMetadata id,
      Object from,
      Logging logging,
      int plainLevel,
      int markedLevel,
      Function0<String> plain,
      Function0<String> marked,
      Supplier<LogMarker> marker) {
    if (metricsLog()) {
      logging.emit(
          markedLevel,
          id,
          from,
          () -> createMessageWithMarker$extension(id, marked.apply(), marker.get()));
    } else {
      logging.emit(plainLevel, id, from, plain);
    }
  }

  private static TransactionMetadata system(String name) {
    return new TransactionMetadata("sid_" + name, now(), false, ScalaValues.none());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
