// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import akka.http.scaladsl.model.headers.RawHeader;
import io.wasmwhisk.openwhisk.CaseClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scala.Function0;
import scala.Product;
import spray.json.RootJsonFormat;

/**
 * A transaction, as a value class over its {@link TransactionMetadata}: in signatures it is the
 * metadata, and only where Scala boxes it (in generic containers) is it an instance of this class.
 * Every static method forwards to {@link TransactionId$}, where the words are.
 */
public final class TransactionId implements Product, scala.Serializable {
  private final TransactionMetadata meta;

  /** Boxes the metadata. */
  public TransactionId(TransactionMetadata meta) {
    this.meta = meta;
  }

  /** The transaction of calls that name none. */
  public static TransactionMetadata unknown() {
    return TransactionId$.MODULE$.unknown();
  }

  /** The transaction of tests. */
  public static TransactionMetadata testing() {
    return TransactionId$.MODULE$.testing();
  }

  /** Start and stop of an invoker. */
  public static TransactionMetadata invoker() {
    return TransactionId$.MODULE$.invoker();
  }

  /** The making of prewarmed containers. */
  public static TransactionMetadata invokerWarmup() {
    return TransactionId$.MODULE$.invokerWarmup();
  }

  /** The removal of idle containers. */
  public static TransactionMetadata invokerNanny() {
    return TransactionId$.MODULE$.invokerNanny();
  }

  /** The supervision of invokers. */
  public static TransactionMetadata invokerHealth() {
    return TransactionId$.MODULE$.invokerHealth();
  }

  /** The creation of containers. */
  public static TransactionMetadata containerCreation() {
    return TransactionId$.MODULE$.containerCreation();
  }

  /** Replaces the transaction. */
  public static void containerCreation_$eq(TransactionMetadata tid) {
    TransactionId$.MODULE$.containerCreation_$eq(tid);
  }

  /** The deletion of containers. */
  public static TransactionMetadata containerDeletion() {
    return TransactionId$.MODULE$.containerDeletion();
  }

  /** Replaces the transaction. */
  public static void containerDeletion_$eq(TransactionMetadata tid) {
    TransactionId$.MODULE$.containerDeletion_$eq(tid);
  }

  /** The settings under {@code whisk.metrics}. */
  public static MetricConfig metricConfig() {
    return TransactionId$.MODULE$.metricConfig();
  }

  /** Whether metrics are counted. */
  public static boolean metricsKamon() {
    return TransactionId$.MODULE$.metricsKamon();
  }

  /** Whether marker tokens carry tags. */
  public static boolean metricsKamonTags() {
    return TransactionId$.MODULE$.metricsKamonTags();
  }

  /** Whether log lines carry markers. */
  public static boolean metricsLog() {
    return TransactionId$.MODULE$.metricsLog();
  }

  /** The settings under {@code whisk.transactions}. */
  public static TransactionGeneratorConfig generatorConfig() {
    return TransactionId$.MODULE$.generatorConfig();
  }

  /** {@code sid_}: begins the id of the system's own transactions. */
  public static String systemPrefix() {
    return TransactionId$.MODULE$.systemPrefix();
  }

  /** A transaction that begins now. */
  public static TransactionMetadata apply(String tid, boolean extraLogging) {
    return TransactionId$.MODULE$.apply(tid, extraLogging);
  }

  /** The transaction of this metadata. */
  public static TransactionMetadata apply(TransactionMetadata meta) {
    return TransactionId$.MODULE$.apply(meta);
  }

  /** A part of another transaction, with an id of its own, that begins now. */
  public static TransactionMetadata childOf(TransactionMetadata parentTid) {
    return TransactionId$.MODULE$.childOf(parentTid);
  }

  /** 32 random letters and digits. */
  public static String generateTid() {
    return TransactionId$.MODULE$.generateTid();
  }

  /** The JSON form: {@code [id, start, extraLogging if true, parent if any]}. */
  public static RootJsonFormat<TransactionId> serdes() {
    return TransactionId$.MODULE$.serdes();
  }

  /** See {@link TransactionId$}. */
  public static TransactionMetadata root$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.root$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static String id$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.id$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static String toString$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.toString$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static RawHeader toHeader$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.toHeader$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static void mark$extension(
      TransactionMetadata $this,
      Object from,
      LogMarkerToken marker,
      Function0<String> message,
      int logLevel,
      Logging logging) {
    TransactionId$.MODULE$.mark$extension($this, from, marker, message, logLevel, logging);
  }

  /** See {@link TransactionId$}. */
  public static String mark$default$3$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.mark$default$3$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static int mark$default$4$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.mark$default$4$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static StartMarker started$extension(
      TransactionMetadata $this,
      Object from,
      LogMarkerToken marker,
      Function0<String> message,
      int logLevel,
      Logging logging) {
    return TransactionId$.MODULE$.started$extension(
        $this, from, marker, message, logLevel, logging);
  }

  /** See {@link TransactionId$}. */
  public static String started$default$3$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.started$default$3$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static int started$default$4$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.started$default$4$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static void finished$extension(
      TransactionMetadata $this,
      Object from,
      StartMarker startMarker,
      Function0<String> message,
      int logLevel,
      Instant endTime,
      Logging logging) {
    TransactionId$.MODULE$.finished$extension(
        $this, from, startMarker, message, logLevel, endTime, logging);
  }

  /** See {@link TransactionId$}. */
  public static String finished$default$3$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.finished$default$3$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static int finished$default$4$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.finished$default$4$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static Instant finished$default$5$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.finished$default$5$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static void failed$extension(
      TransactionMetadata $this,
      Object from,
      StartMarker startMarker,
      Function0<String> message,
      int logLevel,
      Logging logging) {
    TransactionId$.MODULE$.failed$extension($this, from, startMarker, message, logLevel, logging);
  }

  /** See {@link TransactionId$}. */
  public static String failed$default$3$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.failed$default$3$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static int failed$default$4$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.failed$default$4$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static long deltaToStart$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.deltaToStart$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static long deltaToMarker$extension(
      TransactionMetadata $this, StartMarker startMarker, Instant endTime) {
    return TransactionId$.MODULE$.deltaToMarker$extension($this, startMarker, endTime);
  }

  /** See {@link TransactionId$}. */
  public static Instant deltaToMarker$default$2$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.deltaToMarker$default$2$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static boolean hasParent$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.hasParent$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static String createMessageWithMarker$extension(
      TransactionMetadata $this, String message, LogMarker marker) {
    return TransactionId$.MODULE$.createMessageWithMarker$extension($this, message, marker);
  }

  /** See {@link TransactionId$}. */
  public static TransactionMetadata findRoot$extension(
      TransactionMetadata $this, TransactionMetadata meta) {
    return TransactionId$.MODULE$.findRoot$extension($this, meta);
  }

  /** See {@link TransactionId$}. */
  public static String serialize$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.serialize$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static int hashCode$extension(TransactionMetadata $this) {
    return TransactionId$.MODULE$.hashCode$extension($this);
  }

  /** See {@link TransactionId$}. */
  public static boolean equals$extension(TransactionMetadata $this, @Nullable Object that) {
    return TransactionId$.MODULE$.equals$extension($this, that);
  }

  /** The metadata. */
  public TransactionMetadata meta() {
    return meta;
  }

  @Override
  public String toString() {
    return TransactionId$.MODULE$.toString$extension(meta);
  }

  @Override
  public String productPrefix() {
    return "TransactionId";
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, meta);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof TransactionId;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return TransactionId$.MODULE$.equals$extension(meta, that);
  }

  @Override
  public int hashCode() {
    return TransactionId$.MODULE$.hashCode$extension(meta);
  }
}
