package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;

/**
 * A job that is checked.
 *
 * @param source where records come from
 * @param scoring by which model, and how
 * @param sink where they go
 */
record ReadyJob<S, K>(S source, Scoring scoring, K sink) {

  ModelRef model() {
    return scoring.model();
  }
}
