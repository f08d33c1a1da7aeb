// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.cli.bench.contender.Answer;
import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Repeated;
import io.wasmwhisk.cli.bench.contender.Request;
import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.cli.bench.contender.Work;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A process for each call: a native program, or a runtime's command with a module that it has
 * compiled before. A call is from the start of the process, by this JVM, to its end. Processor time
 * is not measured.
 */
final class StartedProcess implements Contender {
  private final String name;
  private final String description;
  private final List<String> command;
  private final Work work;

  /**
   * A process that is started for each call.
   *
   * @param command what is started; the work's arguments are added
   */
  StartedProcess(String name, String description, List<String> command, Work work) {
    this.name = name;
    this.description = description;
    this.command = new ArrayList<>(command);
    this.command.addAll(work.allArguments());
    this.work = work;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public boolean isPeer() {
    return true;
  }

  @Override
  public OptionalLong peakMemory() {
    return OptionalLong.empty();
  }

  @Override
  public Answer ask(Request request) throws IOException, InterruptedException {
    Repeated calls = new Repeated(this::call);
    return switch (request) {
      case Request.New again -> new Answer(Map.of());
      case Request.Calls warm -> new Answer(Map.of("calls", withoutCpu(calls.calls(warm))));
      case Request.Live live -> new Answer(Map.of());
      case Request.Overhead overhead -> new Answer(Map.of());
      case Request.Course course -> withoutCpu(calls.course(course, 0));
    };
  }

  /** This JVM's processor time says nothing of the processes. */
  private static Samples withoutCpu(Samples calls) {
    return Samples.of(calls.wallNanos(), 0, calls.values().toArray());
  }

  private static Answer withoutCpu(Answer course) {
    Map<String, Samples> samples = new HashMap<>(course.samples());
    samples.remove("processor");
    return new Answer(samples);
  }

  private void call() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(work.input().getBytes(UTF_8));
    } catch (IOException e) {
      // A program that does not want its input may have ended; its output tells.
    }
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).stripTrailing();
    int code = process.waitFor();
    if (code != 0 || !output.endsWith(work.expected())) {
      throw new IOException(
          "exit code %d, and the output %s does not end with %s"
              .formatted(code, output, work.expected()));
    }
  }

  @Override
  public void close() {}
}
