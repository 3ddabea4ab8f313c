package io.credence.jobs.evaluation;

import io.credence.beam.Evaluating;
import io.credence.beam.ScoringMetrics;
import io.credence.evaluation.Evaluation;
import io.credence.jobs.labels.FindLabels;
import io.credence.jobs.labels.RowLabels;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.jobs.source.files.FilesSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Evaluates rows with the labels that were found for them. */
final class EvaluateLabelledFn extends DoFn<KV<Integer, Iterable<byte[]>>, Evaluation> {

  private static final long serialVersionUID = 1;

  private final HashMap<Integer, SplitGroup<NumberedSplit>> groups = new HashMap<>();
  private final Evaluating evaluating;
  private final RowOrder order;
  private final ScoringMetrics metrics;
  private transient @Nullable SplitEvaluator evaluator;

  EvaluateLabelledFn(FilesSource source, Evaluating evaluating) {
    source.groups().forEach(group -> groups.put(FindLabels.number(group), group));
    this.evaluating = evaluating;
    this.order = RowOrder.of(source);
    this.metrics = new ScoringMetrics(evaluating.model(), evaluating.spec().predict().numSamples());
  }

  @Setup
  public void setup() {
    evaluator = new SplitEvaluator(evaluating, order, metrics);
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<byte[]>> found, OutputReceiver<Evaluation> out)
      throws IOException {
    SplitGroup<NumberedSplit> group =
        Objects.requireNonNull(groups.get(found.getKey()), "There is no such group");
    RowLabels labels = RowLabels.of(found.getValue(), rows(group));
    out.output(Objects.requireNonNull(evaluator, "@Setup was not called").evaluate(group, labels));
  }

  private static int rows(SplitGroup<NumberedSplit> group) {
    return Math.toIntExact(
        group.splits().stream().mapToLong(numbered -> numbered.split().rows()).sum());
  }
}
