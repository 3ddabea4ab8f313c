package io.credence.jobs.evaluation;

import io.credence.beam.Evaluating;
import io.credence.beam.EvaluationCoder;
import io.credence.beam.MergeEvaluations;
import io.credence.evaluation.Evaluation;
import io.credence.jobs.labels.FindLabels;
import io.credence.jobs.labels.LabelFiles;
import io.credence.jobs.source.files.FilesSource;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;
import org.jspecify.annotations.Nullable;

/**
 * Records to be evaluated, checked and ready to run. Splits are read and evaluated in one step, and
 * only their sums travel; and keys, where labels are in files of their own.
 *
 * @param source the records
 * @param labels their labels; null when the records hold them
 * @param evaluating by which model, and how
 * @param before what is known before the records are read
 * @param files what the evaluation becomes
 */
public record EvaluationJob(
    FilesSource source,
    @Nullable LabelFiles labels,
    Evaluating evaluating,
    Evaluation before,
    EvaluationFiles files) {

  /** The step that watchers look at. */
  private static final String EVALUATE = FilesSource.WORK + "evaluate";

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
      PCollectionList.of(evaluations(begin))
          .and(begin.apply("Known before", Create.of(job.before).withCoder(EvaluationCoder.of())))
          .apply("All parts", Flatten.pCollections())
          .apply("Merge", Combine.globally(new MergeEvaluations()).withoutDefaults())
          .apply("Write", ParDo.of(new WriteFn(job)));
      return PDone.in(begin.getPipeline());
    }

    private List<PCollection<Evaluation>> evaluations(PBegin begin) {
      LabelFiles labels = job.labels;
      if (labels == null) {
        return List.of(
            job.source
                .read(begin)
                .apply(EVALUATE, ParDo.of(new EvaluateSplitsFn(job.source, job.evaluating)))
                .setCoder(EvaluationCoder.of()));
      }
      PCollectionTuple found =
          begin.apply("Find labels", FindLabels.of(job.source, labels, job.evaluating.model()));
      return List.of(
          found.get(FindLabels.COUNTS),
          found
              .get(FindLabels.BY_GROUP)
              .apply(EVALUATE, ParDo.of(new EvaluateLabelledFn(job.source, job.evaluating)))
              .setCoder(EvaluationCoder.of()));
    }
  }

  /** Writes the files of the one evaluation that is left. */
  static final class WriteFn extends DoFn<Evaluation, Void> {

    private static final long serialVersionUID = 1;

    private final Evaluating evaluating;
    private final @Nullable String labelKey;
    private final EvaluationFiles files;

    WriteFn(EvaluationJob job) {
      this.evaluating = job.evaluating;
      this.labelKey = job.labels == null ? null : job.labels.key();
      this.files = job.files;
    }

    @ProcessElement
    public void process(@Element Evaluation evaluation) throws IOException {
      files.write(evaluating, labelKey, evaluation);
    }
  }
}
