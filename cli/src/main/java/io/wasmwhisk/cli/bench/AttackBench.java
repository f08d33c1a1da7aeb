// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench;

import io.wasmwhisk.cli.bench.attack.Attack;
import io.wasmwhisk.cli.bench.server.AttackedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Runs attacks one after the other, with a new server where one did not survive. */
public final class AttackBench {
  /** Starts a server, or finds it. */
  @FunctionalInterface
  public interface Servers {
    AttackedServer next() throws IOException;
  }

  private final BenchSettings settings;
  private final Servers servers;
  private final PrintWriter out;

  /**
   * A bench.
   *
   * @param servers gives the first server, and another one after one that was harmed for good
   * @param out gets a line for each attack as soon as it is over
   */
  public AttackBench(BenchSettings settings, Servers servers, PrintWriter out) {
    this.settings = settings;
    this.servers = servers;
    this.out = out;
  }

  /**
   * Runs them all.
   *
   * @throws IOException when there is no server to attack
   */
  public BenchReport run(List<Attack> attacks) throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    long start = System.nanoTime();
    Table table = new Table(out);
    Session session = new Session(servers.next(), settings);
    try {
      table.header(session.floor(), session.server().engine());
      for (Attack attack : attacks) {
        Row row = new AttackRun(attack, session, settings).run();
        table.print(row);
        rows.add(row);
        if (session.server().injury().isPresent()) {
          session.close();
          session = new Session(servers.next(), settings);
        }
      }
    } finally {
      session.close();
    }
    BenchReport report = new BenchReport(start, System.nanoTime() - start, rows);
    table.footer(report);
    return report;
  }
}
