package io.credence.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What several steps of one sample draw is one sequence, however the steps take turns. */
class ResumedStreamsTest {

  private static final int SAMPLES = 5;

  private final StreamSeeder seeder = StreamSeeder.ofRecords(7, new byte[32]);
  private final SampleStreams streams = new SampleStreams();

  private void nextRecord(String key) {
    seeder.begin();
    seeder.add(key);
    seeder.seed(streams);
  }

  private long[][] inOneGo(String key, int numbers) {
    nextRecord(key);
    long[][] drawn = new long[SAMPLES][numbers];
    for (int i = 0; i < SAMPLES; i++) {
      streams.at(i);
      for (int t = 0; t < numbers; t++) {
        drawn[i][t] = streams.nextLong();
      }
    }
    return drawn;
  }

  @Test
  void goesOnWhereEachSampleWasLeft() {
    long[][] expected = inOneGo("a", 4);
    nextRecord("a");
    streams.resume(SAMPLES);
    long[][] drawn = new long[SAMPLES][4];
    for (int i = 0; i < SAMPLES; i++) {
      streams.at(i);
      drawn[i][0] = streams.nextLong();
      drawn[i][1] = streams.nextLong();
    }
    streams.resume(SAMPLES);
    for (int t = 2; t < 4; t++) {
      for (int i = SAMPLES - 1; i >= 0; i--) {
        streams.at(i);
        drawn[i][t] = streams.nextLong();
      }
    }
    assertThat(drawn).isDeepEqualTo(expected);
  }

  @Test
  void theNextRecordBeginsAnew() {
    long[][] expected = inOneGo("b", 1);
    nextRecord("a");
    streams.resume(SAMPLES);
    streams.at(2);
    streams.nextLong();
    nextRecord("b");
    for (int i = 0; i < SAMPLES; i++) {
      streams.at(i);
      streams.at(i);
      assertThat(streams.nextLong()).isEqualTo(expected[i][0]);
    }
  }
}
