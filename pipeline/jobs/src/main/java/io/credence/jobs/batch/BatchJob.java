package io.credence.jobs.batch;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.score.ScoreSpec;
import java.io.Serializable;
import java.util.Map;

/**
 * A batch job, checked and ready to run.
 *
 * @param scoring by which model, and how
 * @param folders where results go
 * @param terms on which results are published
 * @param maxDeadLetterShare the share of records, in [0, 1], above which the run is given up
 * @param kept what dead letters hold of their records
 * @param options what the manifest says of the request
 */
public record BatchJob(
    Scoring scoring,
    OutputFolders folders,
    PublishTerms terms,
    double maxDeadLetterShare,
    KeptFields kept,
    Map<String, Object> options)
    implements Serializable {

  public ModelRef model() {
    return scoring.model();
  }

  public ScoreSpec spec() {
    return scoring.spec();
  }

  /** The same job without the files of its model, for steps that never load it. */
  BatchJob bare() {
    return new BatchJob(scoring.bare(), folders, terms, maxDeadLetterShare, kept, options);
  }
}
