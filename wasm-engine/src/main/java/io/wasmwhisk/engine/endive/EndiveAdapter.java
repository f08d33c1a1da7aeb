// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import io.wasmwhisk.engine.binary.ContentHash;
import io.wasmwhisk.engine.binary.Feature;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.endive.compile.ClassFiles;
import io.wasmwhisk.engine.endive.compile.GuestLoader;
import io.wasmwhisk.engine.endive.compile.MethodCompiler;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.UnfitModuleException;
import io.wasmwhisk.engine.store.FileStore;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodTooLargeException;
import run.endive.runtime.Memory;
import run.endive.wasm.Parser;
import run.endive.wasm.Version;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.WasmModule;

/** Endive's compiler: a module becomes classes in a loader of its own. */
public final class EndiveAdapter implements EngineAdapter {
  private static final System.Logger LOGGER = System.getLogger(EndiveAdapter.class.getName());

  static final String NAME = "endive";

  /** Of what makes classes: Endive's, and that of {@link GuestClasses}. */
  private static final String VERSION = "endive " + Version.version() + "/5 ";

  private static final Set<Feature> FEATURES =
      Set.of(
          Feature.MUTABLE_GLOBAL,
          Feature.SIGN_EXTENSION,
          Feature.SATURATING_FLOAT,
          Feature.MULTI_VALUE,
          Feature.BULK_MEMORY,
          Feature.REFERENCE_TYPES,
          Feature.EXTENDED_CONST,
          Feature.MULTI_MEMORY);

  /**
   * Endive has an object of 50 to 100 bytes for each instruction while it compiles, and most
   * instructions take two or three bytes: 40 times the code, in a twelfth of the heap.
   */
  private static final int HEAP_PART = 12 * 40;

  /** So many of the largest modules are compiled at once: one alone holds up nobody. */
  private static final int AT_ONCE = 2;

  /** Permits are ints. */
  private static final int UNIT = 1024;

  private final @Nullable FileStore kept;
  private final long mostCodeBytes;

  /** So much code is compiled at once. */
  private final Semaphore units;

  /**
   * @param kept where classes are kept between two starts; null for nowhere
   */
  public EndiveAdapter(@Nullable FileStore kept) {
    this(kept, Runtime.getRuntime().maxMemory());
  }

  EndiveAdapter(@Nullable FileStore kept, long heapBytes) {
    this.kept = kept;
    this.mostCodeBytes = heapBytes / HEAP_PART;
    this.units = new Semaphore(AT_ONCE * units(mostCodeBytes), true);
  }

  private static int units(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE / AT_ONCE, Math.max(1, bytes / UNIT));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String implementation() {
    return "JVM bytecode";
  }

  @Override
  public boolean compiles() {
    return true;
  }

  @Override
  public Set<Feature> features() {
    return FEATURES;
  }

  @Override
  public int mostPages() {
    return Memory.RUNTIME_MAX_PAGES;
  }

  @Override
  public long mostCodeBytes() {
    return mostCodeBytes;
  }

  @Override
  public GuestCode compile(String name, byte[] module) throws InvalidModuleException {
    return compile(name, module, false);
  }

  @Override
  public GuestCode compileWhole(String name, byte[] module) throws InvalidModuleException {
    return compile(name, module, true);
  }

  private GuestCode compile(String name, byte[] module, boolean whole)
      throws InvalidModuleException {
    int needed = units(Math.min(module.length, mostCodeBytes));
    units.acquireUninterruptibly(needed);
    try {
      return compileAlone(name, module, whole);
    } finally {
      units.release(needed);
    }
  }

  private GuestCode compileAlone(String name, byte[] module, boolean whole)
      throws InvalidModuleException {
    try {
      WasmModule parsed = Parser.parse(module);
      MethodCompiler.Made made = classes(module, parsed, whole);
      ClassFiles files = made.files();
      warnIfInterpreted(name, files);
      return new EndiveCode(
          WithoutCode.of(parsed, files.interpreted()), made.loader().machines(files.mainClass()));
    } catch (OutOfMemoryError e) {
      throw new InvalidModuleException(
          "The module of %d bytes cannot be compiled: the host has no memory left for it."
              .formatted(module.length));
    } catch (WasmEngineException e) {
      if (e.getCause() instanceof MethodTooLargeException) {
        throw uncompilable(e);
      }
      throw new InvalidModuleException("The module is not valid WebAssembly: " + e.getMessage());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw uncompilable(e);
    }
  }

  private static UnfitModuleException uncompilable(Throwable fault) {
    return new UnfitModuleException(
        "Endive cannot make classes of the module: %s. GraalWasm may run it (engine = graalwasm)."
            .formatted(fault));
  }

  private MethodCompiler.Made classes(byte[] module, WasmModule parsed, boolean whole)
      throws UnfitModuleException {
    if (kept == null) {
      return new MethodCompiler(parsed, whole).compile();
    }
    String key = VERSION + ContentHash.of(module).sha256();
    Optional<byte[]> found = kept.get(key);
    if (found.isPresent()) {
      ClassFiles files = ClassFiles.read(found.get());
      if (whole) {
        MethodCompiler.requireWhole(files.interpreted());
      }
      return new MethodCompiler.Made(files, new GuestLoader(files.classes()));
    }
    MethodCompiler.Made made = new MethodCompiler(parsed, whole).compile();
    kept.put(key, made.files().write());
    return made;
  }

  private static void warnIfInterpreted(String name, ClassFiles classes) {
    if (!classes.interpreted().isEmpty()) {
      LOGGER.log(
          System.Logger.Level.WARNING,
          "module %s: %d of its functions are too large for the JVM, or not what it takes, and are interpreted, about 250 times slower than native; whisk.wasm.engine = graalwasm compiles them"
              .formatted(name, classes.interpreted().size()));
    }
  }

  @Override
  public void close() {}
}
