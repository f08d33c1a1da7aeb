// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * One attack.
 *
 * @param name for {@code --only}, and in the names of its actions
 * @param what it does, in a line
 * @param guest the actions' code
 * @param parameters of every activation, a JSON object
 * @param time the actions' limit of time
 * @param memoryMb the actions' limit of memory
 * @param load how much of it
 * @param endings what each activation may end as
 * @param relents whether the guest is harmless with {@link #HARMLESS}, so that it can be called
 *     before and after
 */
public record Attack(
    String name,
    String what,
    Guest guest,
    String parameters,
    Duration time,
    long memoryMb,
    Load load,
    Set<Ending> endings,
    boolean relents) {
  /** Parameters with which a guest that relents answers {@code {"ok":true}}. */
  public static final String HARMLESS = "{\"attack\":false}";

  /** Copies the set. */
  public Attack {
    endings = Set.copyOf(endings);
  }

  /**
   * How much of an attack.
   *
   * @param actions as many actions with the same code; activations are spread over them
   * @param activations of all actions together, at once
   * @param rounds how often, one after the other
   */
  public record Load(int actions, int activations, int rounds) {
    /** One activation. */
    public static final Load ONE = new Load(1, 1, 1);

    /** Whether activations are to be measured one by one. */
    public boolean isSingle() {
      return activations == 1;
    }
  }

  /** An attack of one activation with a second and 128 MB that is made to end at its deadline. */
  static Attack of(String name, String what, Guest guest, String parameters) {
    return new Attack(
        name,
        what,
        guest,
        parameters,
        Duration.ofSeconds(1),
        128,
        Load.ONE,
        EnumSet.of(Ending.TIMED_OUT),
        true);
  }

  Attack named(String other) {
    return new Attack(other, what, guest, parameters, time, memoryMb, load, endings, relents);
  }

  Attack within(long millis, long megabytes) {
    return new Attack(
        name,
        what,
        guest,
        parameters,
        Duration.ofMillis(millis),
        megabytes,
        load,
        endings,
        relents);
  }

  Attack times(int actions, int activations) {
    return with(new Load(actions, activations, 1));
  }

  Attack rounds(int rounds) {
    return with(new Load(load.actions(), load.activations(), rounds));
  }

  private Attack with(Load other) {
    return new Attack(name, what, guest, parameters, time, memoryMb, other, endings, relents);
  }

  Attack ends(Ending first, Ending... others) {
    return new Attack(
        name, what, guest, parameters, time, memoryMb, load, EnumSet.of(first, others), relents);
  }

  /** No parameter makes it harmless: its first activation is the attack. */
  Attack relentless() {
    return new Attack(name, what, guest, parameters, time, memoryMb, load, endings, false);
  }
}
