package io.credence.pipeline.batch;

import io.credence.beam.ModelRef;
import io.credence.score.ScoreSpec;
import java.io.Serializable;
import java.util.Map;

/**
 * A batch job, checked and ready to run.
 *
 * @param model what scores
 * @param spec how
 * @param folders where results go
 * @param terms on which results are published
 * @param maxDeadLetterShare the share of records, in [0, 1], above which the run is given up
 * @param kept what dead letters hold of their records
 * @param options what the manifest says of the request
 */
public record BatchJob(
    ModelRef model,
    ScoreSpec spec,
    OutputFolders folders,
    PublishTerms terms,
    double maxDeadLetterShare,
    KeptFields kept,
    Map<String, Object> options)
    implements Serializable {

  /** The same job without the files of its model, for steps that never load it. */
  BatchJob bare() {
    return new BatchJob(model.bare(), spec, folders, terms, maxDeadLetterShare, kept, options);
  }
}
