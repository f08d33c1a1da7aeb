// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.mixed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How much is measured.
 *
 * @param shares of the calls that compute, in percent, one after the other; the others wait
 * @param requests calls at once
 * @param samples how often so many are sent
 * @param pause between two samples
 * @param warmUp samples for so long before anything counts
 */
public record MixedSettings(
    List<Integer> shares, int requests, int samples, Duration pause, Duration warmUp) {
  private static final int ALL = 100;

  /** Checks the numbers. */
  public MixedSettings {
    shares = List.copyOf(shares);
    if (requests < 1 || samples < 1) {
      throw new IllegalArgumentException(
          "%d samples of %d calls measure nothing: at least 1 of each"
              .formatted(samples, requests));
    }
    for (int share : shares) {
      if (share < 0 || share > ALL) {
        throw new IllegalArgumentException("a share of %d %% is none: 0 to 100".formatted(share));
      }
    }
  }

  /**
   * Which calls compute, sample by sample. All samples together have the share exactly, as far as
   * whole calls can; a single one has what comes.
   */
  List<List<Boolean>> draw(int share, Random random) {
    int all = requests * samples;
    long computing = Math.round((double) all * share / ALL);
    List<Boolean> calls = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      calls.add(i < computing);
    }
    Collections.shuffle(calls, random);
    List<List<Boolean>> drawn = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      drawn.add(List.copyOf(calls.subList(i * requests, (i + 1) * requests)));
    }
    return drawn;
  }
}
