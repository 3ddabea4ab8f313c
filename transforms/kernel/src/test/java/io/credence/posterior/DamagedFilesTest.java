package io.credence.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A damaged file is refused or, where the damage lies in the numbers themselves, read; nothing else
 * may happen. The seeds are fixed: a failure names the one that led to it.
 */
class DamagedFilesTest {

  private static final int TRIALS = 500;

  /** Random's first numbers resemble each other for seeds that follow each other. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final Duration LONGEST = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(strings = {"layouts.nc", "datatree.nc", "latest.nc", "characters.nc"})
  void survivesFlippedBytes(String file) {
    byte[] whole = Files.own(file);
    for (int seed = 0; seed < TRIALS; seed++) {
      Random random = new Random(seed * SPREAD);
      byte[] damaged = whole.clone();
      for (int flips = 1 << random.nextInt(5); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = flip(random);
      }
      read(file + " with seed " + seed, damaged);
    }
  }

  /** Bytes of all ones matter: they make the largest lengths and the undefined address. */
  private static byte flip(Random random) {
    return random.nextInt(3) == 0 ? (byte) 0xff : (byte) random.nextInt(256);
  }

  @ParameterizedTest
  @ValueSource(strings = {"layouts.nc", "datatree.nc", "latest.nc", "characters.nc"})
  void survivesTruncation(String file) {
    byte[] whole = Files.own(file);
    for (int length = 0; length < whole.length; length += 1 + whole.length / TRIALS) {
      read(file + " cut at " + length, Arrays.copyOf(whole, length));
    }
  }

  private static void read(String what, byte[] content) {
    assertTimeoutPreemptively(LONGEST, () -> readOrRefuse(what, content), what);
  }

  private static void readOrRefuse(String what, byte[] content) {
    try {
      assertThat(Posterior.read("damaged", content).parameters()).as(what).isNotEmpty();
    } catch (PosteriorException e) {
      assertThat(e).as(what).hasMessageStartingWith("damaged");
    }
  }
}
