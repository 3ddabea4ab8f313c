package io.credence.distribution;

import io.credence.random.SampleStreams;
import io.credence.random.StreamSeeder;

/** Variates of one record, which a seed tells from those of others. */
final class TestVariates {

  private TestVariates() {}

  static Variates of(long seed) {
    SampleStreams streams = new SampleStreams();
    StreamSeeder seeder = StreamSeeder.ofRecords(seed, new byte[32]);
    seeder.begin();
    seeder.seed(streams);
    return new Variates(streams);
  }
}
