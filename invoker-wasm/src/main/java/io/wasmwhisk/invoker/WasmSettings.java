// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueType;
import io.wasmwhisk.engine.ClassCache;
import io.wasmwhisk.engine.Concurrency;
import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.EngineSettings;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.invoker.capability.CapabilityPolicies;
import io.wasmwhisk.invoker.capability.PolicyReader;
import io.wasmwhisk.invoker.image.OwnImages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The block {@code whisk.wasm} of the invoker's configuration, over the defaults in {@code
 * wasmwhisk-reference.conf}. Read once; all problems are reported together.
 *
 * @param engine settings of the engine
 * @param logBytes log lines of one activation kept at most, before the action's own log limit
 * @param tmpBytes bytes that an activation's /tmp may hold
 * @param tmpFiles names that an activation's /tmp may hold
 * @param cpuLimit processor time that an activation may use; zero for no limit but its wall time
 * @param compileAhead pieces of stored code that may wait to be compiled before they are asked for
 * @param prewarm how long the engine warms itself up after the start
 * @param capabilities what actions may reach outside of themselves
 * @param images the images whose containers are run here
 * @param delegate the class of the ContainerFactoryProvider that runs all others, where there is
 *     one
 */
public record WasmSettings(
    EngineSettings engine,
    long logBytes,
    long tmpBytes,
    int tmpFiles,
    Duration cpuLimit,
    int compileAhead,
    Duration prewarm,
    CapabilityPolicies capabilities,
    OwnImages images,
    Optional<String> delegate) {
  private static final String BLOCK = "whisk.wasm";

  /** The value of a number of guests that is to be this machine's number of processors. */
  private static final String PROCESSORS = "processors";

  /** The value of a class that there is not to be. */
  private static final String NONE = "none";

  private static final long MOST_LOG_BYTES = 1L << 30;

  /** Checks each range. */
  public WasmSettings {
    if (logBytes < 0 || logBytes > MOST_LOG_BYTES) {
      throw new IllegalArgumentException(
          "log-limit of %d bytes must be from 0 to %d bytes".formatted(logBytes, MOST_LOG_BYTES));
    }
    if (compileAhead < 0) {
      throw new IllegalArgumentException(
          "compile-ahead of " + compileAhead + " must not be negative");
    }
    requireNotNegative("cpu-limit", cpuLimit);
    requireNotNegative("prewarm", prewarm);
  }

  private static void requireNotNegative(String key, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(key + " of " + duration + " must not be negative");
    }
  }

  /** Settings from an invoker's whole configuration. */
  public static WasmSettings from(Config config) {
    Config defaults =
        ConfigFactory.parseResources(
            WasmSettings.class.getClassLoader(), "wasmwhisk-reference.conf");
    Config own = config.hasPath(BLOCK) ? config.getConfig(BLOCK) : ConfigFactory.empty();
    Reader reader = new Reader(own.withFallback(defaults.getConfig(BLOCK)).resolve());
    reader.refuseUnknown(own, defaults.getConfig(BLOCK));
    EngineChoice engine = reader.engine("engine");
    Optional<ClassCache> classes = reader.classCache("class-cache", "class-cache-limit");
    long cache = reader.bytes("module-cache");
    int running = reader.processors("running-activations");
    int concurrent = reader.integer("concurrent-activations");
    int perAction = reader.integer("activations-per-action");
    int queued = reader.integer("queued-activations");
    long stack = reader.bytes("stack");
    long module = reader.bytes("code-limit");
    long budget = reader.heapPart("memory-budget", 1L << 20);
    long logs = reader.bytes("log-limit");
    long tmpBytes = reader.bytes("tmp-limit");
    int tmpFiles = reader.integer("tmp-files");
    long ready = reader.heapPart("ready-instances", 0L);
    Duration compile = reader.duration("compile-limit");
    Duration cpu = reader.duration("cpu-limit");
    int ahead = reader.integer("compile-ahead");
    Duration prewarm = reader.duration("prewarm");
    CapabilityPolicies capabilities = reader.capabilities("capabilities");
    OwnImages images = reader.images("images");
    Optional<String> delegate = reader.className("delegate");
    return reader.finish(
        () ->
            new WasmSettings(
                new EngineSettings(
                    engine,
                    classes,
                    cache,
                    new Concurrency(running, concurrent, perAction, queued),
                    stack,
                    Math.toIntExact(module),
                    compile,
                    budget,
                    ready),
                logs,
                tmpBytes,
                tmpFiles,
                cpu,
                ahead,
                prewarm,
                capabilities,
                images,
                delegate));
  }

  /**
   * The limits of one activation: the action's own, and those that are set here.
   *
   * @param resultBytes bytes of a result; an operator may allow more than can be had
   * @param resultPrefixBytes bytes kept of a result that is too large
   */
  public Limits limits(Duration time, long memoryBytes, long resultBytes, long resultPrefixBytes) {
    long result = Math.clamp(resultBytes, 1, Limits.MOST_OUTPUT_BYTES);
    return new Limits(
        time,
        Optional.of(cpuLimit).filter(Duration::isPositive),
        memoryBytes,
        logBytes,
        result,
        Math.min(result, resultPrefixBytes),
        tmpBytes,
        tmpFiles);
  }

  /** Collects what is wrong, key by key. */
  private static final class Reader {
    private static final List<String> ANY_IMAGE = List.of("any");

    private final Config config;
    private final List<String> problems = new ArrayList<>();

    Reader(Config config) {
      this.config = config;
    }

    void refuseUnknown(Config own, Config known) {
      own.root().keySet().stream()
          .filter(key -> !known.root().containsKey(key))
          .sorted()
          .forEach(
              key ->
                  problems.add(
                      "%s.%s is not a setting; there are %s"
                          .formatted(
                              BLOCK,
                              key,
                              known.root().keySet().stream()
                                  .sorted()
                                  .collect(Collectors.joining(", ")))));
    }

    long bytes(String key) {
      return read(key, config::getBytes, 1L << 20);
    }

    /** Bytes, or a percentage of the JVM's heap. */
    long heapPart(String key, long least) {
      return read(key, this::heapPartOf, least);
    }

    private long heapPartOf(String key) {
      String text = config.getString(key).strip();
      if (!text.endsWith("%")) {
        return config.getBytes(key);
      }
      try {
        double percent = Double.parseDouble(text.substring(0, text.length() - 1));
        return (long) (Runtime.getRuntime().maxMemory() * (percent / 100));
      } catch (NumberFormatException e) {
        throw new ConfigException.BadValue(
            config.origin(), key, "\"%s\" is no percentage".formatted(text), e);
      }
    }

    int integer(String key) {
      return read(key, config::getInt, 1);
    }

    /** A number, or one for each processor of this machine. */
    int processors(String key) {
      return read(
          key,
          name ->
              config.getString(name).equals(PROCESSORS)
                  ? Concurrency.turnsOfThisMachine()
                  : config.getInt(name),
          1);
    }

    CapabilityPolicies capabilities(String key) {
      return PolicyReader.read(BLOCK + "." + key, config.getConfig(key), problems);
    }

    OwnImages images(String key) {
      List<String> names = read(key, this::names, ANY_IMAGE);
      try {
        return OwnImages.parse(names);
      } catch (IllegalArgumentException e) {
        problems.add("%s.%s: %s".formatted(BLOCK, key, e.getMessage()));
        return OwnImages.parse(ANY_IMAGE);
      }
    }

    /** A list, or one text with commas: {@code -D} and environment variables have no lists. */
    private List<String> names(String key) {
      return config.getValue(key).valueType() == ConfigValueType.STRING
          ? Stream.of(config.getString(key).split(",", -1)).map(String::strip).toList()
          : config.getStringList(key);
    }

    /** A class, of a Scala object with its dollar sign or without; or none. */
    Optional<String> className(String key) {
      String name = read(key, config::getString, NONE).strip();
      return name.isEmpty() || name.equals(NONE)
          ? Optional.empty()
          : Optional.of(name.endsWith("$") ? name.substring(0, name.length() - 1) : name);
    }

    EngineChoice engine(String key) {
      try {
        return EngineChoice.of(read(key, config::getString, EngineChoice.AUTO.word()));
      } catch (IllegalArgumentException e) {
        problems.add("%s.%s: %s".formatted(BLOCK, key, e.getMessage()));
        return EngineChoice.AUTO;
      }
    }

    Optional<ClassCache> classCache(String key, String limitKey) {
      String directory = read(key, config::getString, NONE);
      long bytes = bytes(limitKey);
      try {
        return directory.equals(NONE)
            ? Optional.empty()
            : Optional.of(new ClassCache(Path.of(directory), bytes));
      } catch (IllegalArgumentException e) {
        problems.add("%s.%s: %s".formatted(BLOCK, key, e.getMessage()));
        return Optional.empty();
      }
    }

    Duration duration(String key) {
      return read(key, config::getDuration, Duration.ofSeconds(1));
    }

    private <T> T read(String key, Function<String, T> getter, T whenBroken) {
      try {
        return getter.apply(key);
      } catch (ConfigException e) {
        problems.add("%s.%s: %s".formatted(BLOCK, key, e.getMessage()));
        return whenBroken;
      }
    }

    WasmSettings finish(java.util.function.Supplier<WasmSettings> settings) {
      if (problems.isEmpty()) {
        try {
          return settings.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
          problems.add(BLOCK + ": " + e.getMessage());
        }
      }
      throw new IllegalArgumentException(
          "The configuration has %d problem(s): %s"
              .formatted(problems.size(), String.join("; ", problems)));
    }
  }
}
