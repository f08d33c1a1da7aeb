// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.engine.runtime.GuestCode;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.ByteSequence;
import org.graalvm.polyglot.io.IOAccess;

/** GraalWasm through the Polyglot API. */
public final class GraalAdapter implements EngineAdapter {
  static final String NAME = "graalwasm";

  /** What {@link Engine#getImplementationName()} says when guest code is only interpreted. */
  private static final String INTERPRETER = "Interpreted";

  /** What one Java array holds. */
  private static final int MOST_PAGES = Integer.MAX_VALUE / Limits.PAGE_BYTES;

  private static final Set<Feature> FEATURES =
      Set.of(
          Feature.MUTABLE_GLOBAL,
          Feature.SIGN_EXTENSION,
          Feature.SATURATING_FLOAT,
          Feature.MULTI_VALUE,
          Feature.BULK_MEMORY,
          Feature.REFERENCE_TYPES,
          Feature.SIMD,
          Feature.EXTENDED_CONST,
          Feature.MULTI_MEMORY,
          Feature.MEMORY64);

  private final Engine engine;
  private final Safepoints safepoints;

  /** Cancelling waits for the guest to leave the Context; no caller of ours should. */
  private final ExecutorService cancellations =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("wasm-cancellation-", 0).factory());

  /** Starts the one Polyglot engine: 0.3 to 0.8 s, once per JVM. */
  public GraalAdapter() {
    engine =
        Engine.newBuilder("wasm")
            .allowExperimentalOptions(true)
            // The façade reports the mode, with advice; the engine's own lines would go to stderr.
            .option("engine.WarnInterpreterOnly", "false")
            .option("wasm.ExtendedConstExpressions", "true")
            .option("wasm.MultiMemory", "true")
            .option("wasm.Memory64", "true")
            // Memory64 asks for it. Without effect up to MOST_PAGES: larger memories would lie
            // outside of the heap, where nothing of ours counts them.
            .option("wasm.UseUnsafeMemory", "true")
            .build();
    safepoints = Safepoints.of(engine);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String implementation() {
    return engine.getImplementationName();
  }

  @Override
  public boolean compiles() {
    return !implementation().equals(INTERPRETER);
  }

  @Override
  public Set<Feature> features() {
    return FEATURES;
  }

  @Override
  public int mostPages() {
    return MOST_PAGES;
  }

  @Override
  public GuestCode compile(String name, byte[] module) throws InvalidModuleException {
    Source source = Source.newBuilder("wasm", ByteSequence.create(module), name).buildLiteral();
    try (Context context = newContext()) {
      context.parse(source);
      return new GraalCode(this, source);
    } catch (PolyglotException e) {
      if (e.isResourceExhausted()) {
        throw new InvalidModuleException(
            "The module of %d bytes cannot be compiled: the host has no memory left for it."
                .formatted(module.length));
      }
      throw new InvalidModuleException("The module is not valid WebAssembly: " + e.getMessage());
    }
  }

  /** A Context that can reach nothing of the host: no access, no IO, no threads, no processes. */
  Context newContext() {
    return Context.newBuilder("wasm")
        .engine(engine)
        .allowAllAccess(false)
        .allowHostAccess(HostAccess.NONE)
        .allowIO(IOAccess.NONE)
        .in(InputStream.nullInputStream())
        .out(OutputStream.nullOutputStream())
        .err(OutputStream.nullOutputStream())
        .build();
  }

  /** A Context whose thread can be told to pause. */
  Pausable newPausable() {
    return safepoints.create(this::newContext);
  }

  /** Cancels whatever runs in the Context, without waiting for it. */
  void cancel(Context context) {
    cancellations.execute(() -> context.close(true));
  }

  @Override
  public void close() {
    engine.close(true);
    cancellations.shutdown();
  }
}
