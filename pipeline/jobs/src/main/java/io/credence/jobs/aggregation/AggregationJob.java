package io.credence.jobs.aggregation;

import io.credence.beam.Aggregating;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.jobs.sink.folder.FolderSink;
import io.credence.jobs.sink.folder.PackedResults;
import io.credence.jobs.sink.folder.SplitScorer;
import io.credence.jobs.source.files.FilesSource;
import io.credence.parquet.TableColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;
import org.jspecify.annotations.Nullable;

/**
 * Records to be summed up in groups, checked and ready to run. Splits are read and summed in one
 * step; sums and keys travel as files, so that memory is bounded on any runner.
 *
 * @param source the records
 * @param aggregating by which model, and how
 * @param by the columns that records are grouped by, in the order of {@link
 *     io.credence.aggregate.AggregateSpec#columns}
 * @param refusesDuplicates whether the run is given up when several records have one key
 * @param folder where the table goes, and dead letters
 */
public record AggregationJob(
    FilesSource source,
    Aggregating aggregating,
    List<TableColumn> by,
    boolean refusesDuplicates,
    FolderSink folder) {

  /** The step that watchers look at. */
  private static final String SUM = FilesSource.WORK + "sum";

  /** How records are scored before they are summed up. */
  public Scoring scoring() {
    return Scoring.of(aggregating.model(), aggregating.spec().score());
  }

  /** Makes it the one that a pipeline does. */
  public void addTo(Pipeline pipeline) {
    pipeline.apply("Aggregate files", new AggregationPipeline(this));
  }

  /** The job as a transform. */
  private static final class AggregationPipeline extends PTransform<PBegin, PDone> {

    private static final long serialVersionUID = 1;

    private final transient AggregationJob job;

    AggregationPipeline(AggregationJob job) {
      this.job = job;
    }

    @Override
    public PDone expand(PBegin begin) {
      FolderSink folder = job.folder;
      folder.publish(
          job.source.read(begin).apply(SUM, ParDo.of(new SumFn(job))).setCoder(folder.coder()),
          job.scoring(),
          new MergedTotals(
              job.aggregating,
              new ArrayList<>(job.by),
              job.refusesDuplicates,
              folder.folders(),
              folder.terms().durable()));
      return PDone.in(begin.getPipeline());
    }
  }

  /** Sums the rows of splits up. */
  static final class SumFn extends DoFn<SplitGroup<NumberedSplit>, PackedResults> {

    private static final long serialVersionUID = 1;

    private final Aggregating aggregating;
    private final FolderSink folder;
    private final ScoringMetrics metrics;
    private transient @Nullable SplitScorer splits;

    SumFn(AggregationJob job) {
      this.aggregating = job.aggregating;
      this.folder = job.folder;
      this.metrics =
          new ScoringMetrics(
              aggregating.model(), aggregating.spec().score().predict().numSamples());
    }

    @Setup
    public void setup() {
      splits = new SplitScorer(folder, new SplitSums(aggregating, metrics, folder.kept()));
    }

    @ProcessElement
    public void process(@Element SplitGroup<NumberedSplit> group, OutputReceiver<PackedResults> out)
        throws IOException {
      out.output(Objects.requireNonNull(splits, "@Setup was not called").score(group));
    }
  }
}
