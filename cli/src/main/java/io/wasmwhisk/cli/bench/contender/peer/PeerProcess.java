// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.contender.Answer;
import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.ProcessMemory;
import io.wasmwhisk.cli.bench.contender.Request;
import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.cli.bench.contender.Work;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A runtime embedded in a process of another language, which reads requests from stdin and answers
 * on stdout; {@code wasmtime_peer.py} says how.
 */
final class PeerProcess implements Contender {
  private static final String END = "end";
  private static final String READY = "ready ";
  private static final String ERROR = "error ";
  private static final int PATIENCE_SECONDS = 5;

  private final String name;
  private final String way;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter requests;
  private final String version;

  /**
   * Starts the process, which compiles the module and calls it once.
   *
   * @param way how the runtime is used, after its version
   * @param command the interpreter and its options
   * @param script a resource beside this class's package, in {@code peers/}
   * @param scratch a directory for the script and what it is told; stays its owner's
   * @throws IOException when it does not start, or cannot run the module; the message says why
   */
  PeerProcess(String name, String way, List<String> command, String script, Path scratch, Work work)
      throws IOException {
    this.name = name;
    this.way = way;
    Path plan = Files.createTempFile(scratch, "plan", ".json");
    write(plan, scratch, work);
    process =
        new ProcessBuilder(
                Stream.concat(
                        command.stream(),
                        Stream.of(extracted(script, scratch).toString(), plan.toString()))
                    .toList())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    answers = process.inputReader(UTF_8);
    requests = process.outputWriter(UTF_8);
    version = version(work);
  }

  private String version(Work work) throws IOException {
    try {
      String first = line();
      if (first.startsWith(READY)) {
        return first.substring(READY.length());
      }
      throw new IOException("it says " + first);
    } catch (IOException e) {
      close();
      throw new IOException("%s cannot run %s: %s".formatted(name, work.name(), e.getMessage()), e);
    }
  }

  /** The script as a file, where no JVM has to open a jar for it. */
  private static Path extracted(String script, Path scratch) throws IOException {
    Path file = scratch.resolve(script);
    if (!Files.exists(file)) {
      try (InputStream in =
          PeerProcess.class.getResourceAsStream("/io/wasmwhisk/cli/bench/peers/" + script)) {
        if (in == null) {
          throw new IOException("this build lacks " + script);
        }
        Files.copy(in, file);
      }
    }
    return file;
  }

  private static void write(Path plan, Path scratch, Work work) throws IOException {
    Path module = Files.createTempFile(scratch, "module", ".wasm");
    Files.write(module, work.module());
    try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(plan))) {
      json.writeStartObject();
      json.writeStringField("module", module.toString());
      json.writeStringField("stdin", work.input());
      json.writeStringField("expected", work.expected());
      json.writeArrayFieldStart("arguments");
      for (String argument : work.allArguments()) {
        json.writeString(argument);
      }
      json.writeEndArray();
      if (work.directory().isPresent()) {
        json.writeStringField("directory", work.directory().get().toString());
      } else {
        json.writeNullField("directory");
      }
      json.writeEndObject();
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return version + ", " + way;
  }

  @Override
  public boolean isPeer() {
    return true;
  }

  @Override
  public OptionalLong peakMemory() {
    return ProcessMemory.peak(process.pid());
  }

  @Override
  public Answer ask(Request request) throws IOException {
    if (request instanceof Request.Live) {
      return new Answer(Map.of());
    }
    requests.write(request.line());
    requests.newLine();
    requests.flush();
    Map<String, Samples> answer = new HashMap<>();
    for (String line = line(); !line.equals(END); line = line()) {
      String[] words = line.split(" ");
      if (words.length > 3) {
        answer.put(words[0], Samples.parse(Arrays.stream(words).skip(1)));
      }
    }
    return new Answer(answer);
  }

  private String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException(name + " ended without a word");
    }
    if (line.startsWith(ERROR)) {
      throw new IOException(line.substring(ERROR.length()));
    }
    return line;
  }

  /** Ends the process: it ends when there are no more requests. */
  @Override
  public void close() {
    try {
      requests.close();
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // It has ended before.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
