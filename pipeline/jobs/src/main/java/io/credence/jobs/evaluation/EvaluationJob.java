package io.credence.jobs.evaluation;

import io.credence.beam.Evaluating;
import io.credence.beam.EvaluationCoder;
import io.credence.beam.MergeEvaluations;
import io.credence.evaluation.Evaluation;
import io.credence.jobs.source.files.FilesSource;
import java.io.IOException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PDone;

/**
 * Records to be evaluated, checked and ready to run. Splits are read and evaluated in one step, and
 * only their sums travel.
 *
 * @param source the records, with their labels
 * @param evaluating by which model, and how
 * @param before what is known before the records are read
 * @param files what the evaluation becomes
 */
public record EvaluationJob(
    FilesSource source, Evaluating evaluating, Evaluation before, EvaluationFiles files) {

  /** Makes it the one that a pipeline does. */
  public void addTo(Pipeline pipeline) {
    pipeline.apply("Evaluate files", new EvaluationPipeline(this));
  }

  /** The job as a transform. */
  private static final class EvaluationPipeline extends PTransform<PBegin, PDone> {

    private static final long serialVersionUID = 1;

    private final transient EvaluationJob job;

    EvaluationPipeline(EvaluationJob job) {
      this.job = job;
    }

    @Override
    public PDone expand(PBegin begin) {
      PCollectionList.of(
              begin.apply("Known before", Create.of(job.before).withCoder(EvaluationCoder.of())))
          .and(
              job.source
                  .read(begin)
                  .apply("Read and evaluate", ParDo.of(new EvaluateSplitsFn(job.evaluating)))
                  .setCoder(EvaluationCoder.of()))
          .apply("All parts", Flatten.pCollections())
          .apply("Merge", Combine.globally(new MergeEvaluations()).withoutDefaults())
          .apply("Write", ParDo.of(new WriteFn(job.evaluating, job.files)));
      return PDone.in(begin.getPipeline());
    }
  }

  /** Writes the files of the one evaluation that is left. */
  static final class WriteFn extends DoFn<Evaluation, Void> {

    private static final long serialVersionUID = 1;

    private final Evaluating evaluating;
    private final EvaluationFiles files;

    WriteFn(Evaluating evaluating, EvaluationFiles files) {
      this.evaluating = evaluating;
      this.files = files;
    }

    @ProcessElement
    public void process(@Element Evaluation evaluation) throws IOException {
      files.write(evaluating, evaluation);
    }
  }
}
