package io.credence.jobs.sink.folder;

import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.jobs.scoring.ElementScorer;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.Sink;
import io.credence.jobs.scoring.SplitGroup;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Files of a folder, published together when all are whole.
 *
 * <p>It takes splits as they are: one step reads, scores and writes the rows of a split. Rows never
 * travel between steps, so memory is bounded by a row group per thread, and only the accounts of
 * splits go through a GroupByKey. Each split becomes one output file with its rows in their order;
 * so the files of a job are the same to the byte however many threads or machines ran it.
 *
 * @param folders where results go
 * @param terms on which results are published
 * @param maxDeadLetterShare the share of records, in [0, 1], above which the run is given up
 * @param kept what dead letters hold of their records
 * @param options what the manifest says of the request
 * @param emptyInputs the names of inputs without rows, of which no split speaks
 * @param shadow where comparisons with a challenger go; null when there is none
 */
public record FolderSink(
    RunFolders folders,
    PublishTerms terms,
    double maxDeadLetterShare,
    KeptFields kept,
    Map<String, Object> options,
    List<String> emptyInputs,
    @Nullable ShadowFolder shadow)
    implements Sink<SplitGroup<NumberedSplit>, PackedResults> {

  /** A few seconds of work: enough to make files of a useful size, and enough pieces to share. */
  public static final long ROWS_PER_SPLIT = 1 << 17;

  /** The folders of the results, and those of the shadow where there is one. */
  public List<RunFolders> allFolders() {
    return shadow == null ? List.of(folders) : List.of(folders, shadow.folders());
  }

  @Override
  public String contents() {
    return "files";
  }

  @Override
  public ElementScorer<SplitGroup<NumberedSplit>, PackedResults> open(
      Scoring scoring, ScoringMetrics metrics) {
    SplitScorer scorer = SplitScorer.of(this, scoring, metrics);
    return (group, out) -> out.output(scorer.score(group));
  }

  @Override
  public Coder<PackedResults> coder() {
    return SerializableCoder.of(PackedResults.class);
  }

  @Override
  public void write(PCollection<PackedResults> results, Scoring scoring) {
    publish(results, scoring, Results.OF_SPLITS);
  }

  /** Publishes what becomes of the files of all splits. */
  public void publish(PCollection<PackedResults> results, Scoring scoring, Results become) {
    results
        .apply("As one run", WithKeys.of("run"))
        .apply("Gather accounts", GroupByKey.create())
        .apply("Publish", ParDo.of(new PublishFn(this, scoring, become)));
  }
}
