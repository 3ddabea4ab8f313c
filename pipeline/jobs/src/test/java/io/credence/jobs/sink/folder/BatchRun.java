package io.credence.jobs.sink.folder;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.beam.ScoringMetrics;
import io.credence.beam.store.Claim;
import io.credence.folder.ModelException;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.parquet.ParquetSplit;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * A run as the command makes it, without a runner: it looks at the folders, shows that it is alive,
 * scores split after split, publishes, and tidies up when that fails.
 */
final class BatchRun {

  private static final ModelRef MODEL = model();
  private static final Scoring SCORING = Scoring.of(MODEL, ScoreSpec.DEFAULT);

  private final RunFolders folders;
  private final List<NumberedSplit> tasks;
  private final boolean overwrite;
  private final double maxDeadLetterShare;
  private @Nullable FolderSink sink;
  private @Nullable PackedResults results;

  /**
   * A run into folders.
   *
   * @param input the splits, each of which is a share of its own
   */
  BatchRun(
      RunFolders folders, List<ParquetSplit> input, boolean overwrite, double maxDeadLetterShare) {
    this.folders = folders;
    this.tasks = new ArrayList<>();
    input.forEach(split -> tasks.add(new NumberedSplit(tasks.size(), input.size(), split)));
    this.overwrite = overwrite;
    this.maxDeadLetterShare = maxDeadLetterShare;
  }

  private static ModelRef model() {
    try {
      return ModelRef.at("../../samples/category-slopes");
    } catch (IOException | ModelException e) {
      throw new IllegalStateException(e);
    }
  }

  RunFolders folders() {
    return folders;
  }

  /** All of it, in one process. */
  void run() throws IOException {
    check();
    Optional<Claim> here = new RunClaims(folders).presence();
    try {
      attempt();
    } catch (IOException | RuntimeException e) {
      discard(e);
      throw e;
    } finally {
      if (here.isPresent()) {
        here.get().close();
      }
    }
    requireAccount();
  }

  private void discard(Exception failure) {
    try {
      new FailedRun(folders).discard();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private void requireAccount() throws IOException {
    if (folders.account().isEmpty()) {
      throw new IOException("the account can't be seen");
    }
  }

  /** What the submitter does before there are workers. */
  void check() throws IOException {
    String earlier = overwrite ? Manifest.identity(folders.manifest()) : "";
    new OutputContents(folders).results();
    new TemporaryFolders(folders).leftovers();
    new TemporaryFolders(folders).probe(folders.output());
    PublishTerms terms = new PublishTerms(overwrite, earlier, true);
    sink =
        new FolderSink(
            folders, terms, maxDeadLetterShare, KeptFields.ALL, Map.of(), List.of(), null);
  }

  /** What workers do, and do again when it fails: what is scored, is not scored again. */
  void attempt() throws IOException {
    FolderSink checked = sink;
    if (checked == null) {
      throw new IllegalStateException("not checked yet");
    }
    if (results == null) {
      results = scored(checked);
    }
    new PublishFn(checked, SCORING, Results.OF_SPLITS).process(KV.of("run", List.of(results)));
  }

  private PackedResults scored(FolderSink checked) throws IOException {
    SplitScorer scorer = SplitScorer.of(checked, SCORING, new ScoringMetrics(MODEL, 1));
    List<SplitResult> scored = new ArrayList<>();
    for (NumberedSplit task : tasks) {
      scored.add(scorer.score(task));
    }
    return PackedResults.of(scored);
  }
}
