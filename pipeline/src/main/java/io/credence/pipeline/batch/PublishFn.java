package io.credence.pipeline.batch;

import io.credence.pipeline.batch.Manifest.DeadLetters;
import io.credence.pipeline.batch.Manifest.FileEntry;
import io.credence.pipeline.batch.Manifest.ModelEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Publishes the results of all splits: gives the files their names, and writes the manifest last.
 *
 * <p>It can be run again after it failed half-way: a file that was renamed already is left as it
 * is.
 */
final class PublishFn extends DoFn<KV<String, Iterable<SplitResult>>, Void> {

  private static final long serialVersionUID = 1;

  private final BatchJob job;
  private final LinkedHashMap<String, Long> emptyInputs;
  private final int splits;

  /**
   * Publishes for a job.
   *
   * @param splits how many results there must be
   * @param emptyInputs inputs without rows, which no result speaks of
   */
  PublishFn(BatchJob job, int splits, List<String> emptyInputs) {
    this.job = job;
    this.splits = splits;
    this.emptyInputs = new LinkedHashMap<>();
    emptyInputs.forEach(file -> this.emptyInputs.put(file, 0L));
  }

  @ProcessElement
  public void process(@Element KV<String, Iterable<SplitResult>> all) throws IOException {
    List<SplitResult> results = new ArrayList<>();
    all.getValue().forEach(results::add);
    results.sort(Comparator.comparingInt(result -> result.task().index()));
    if (results.size() != splits) {
      throw new IllegalStateException(
          "There must be %d results, but there are %d".formatted(splits, results.size()));
    }
    publish(results);
  }

  private void publish(List<SplitResult> results) throws IOException {
    List<FileEntry> letters = publishDeadLetters(results);
    long read = results.stream().mapToLong(SplitResult::read).sum();
    long dead = results.stream().mapToLong(SplitResult::deadLetterCount).sum();
    boolean tooMany = dead > job.maxDeadLetterShare() * read;
    List<FileEntry> outputs = tooMany ? List.of() : publishScored(results);
    Manifest manifest =
        new Manifest(
            !tooMany,
            tooMany ? tooManyDeadLetters(dead, read) : null,
            SoftwareVersion.get(),
            model(),
            job.options(),
            inputs(results),
            outputs,
            read,
            read - dead,
            new DeadLetters(dead, byCode(results), letters));
    publishManifest(manifest, tooMany ? job.folders().failure() : job.folders().manifest());
    job.folders().deleteTemporary();
  }

  private String tooManyDeadLetters(long dead, long read) {
    return "%d of %d records could not be scored, more than the share of %s that is allowed"
        .formatted(dead, read, job.maxDeadLetterShare());
  }

  private List<FileEntry> publishScored(List<SplitResult> results) throws IOException {
    List<FileEntry> files = new ArrayList<>();
    for (SplitResult result : results) {
      ResourceId target = job.folders().scored(result.task().outputName("parquet"));
      move(result.scoredFile(), target);
      files.add(new FileEntry(target.toString(), result.scored()));
    }
    return files;
  }

  private List<FileEntry> publishDeadLetters(List<SplitResult> results) throws IOException {
    List<FileEntry> files = new ArrayList<>();
    for (SplitResult result : results) {
      String written = result.deadLetterFile();
      if (written != null) {
        ResourceId target = job.folders().deadLetter(result.task().outputName("jsonl"));
        move(written, target);
        files.add(new FileEntry(target.toString(), result.deadLetterCount()));
      }
    }
    return files;
  }

  /** Written elsewhere and then moved: where a rename is atomic, nobody ever sees half of it. */
  private void publishManifest(Manifest manifest, ResourceId target) throws IOException {
    ResourceId written = job.folders().temporaryScored(String.valueOf(target.getFilename()));
    manifest.write(written);
    move(written.toString(), target);
  }

  private static void move(String from, ResourceId to) throws IOException {
    FileSystems.rename(
        List.of(FileSystems.matchNewResource(from, false)),
        List.of(to),
        StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  private ModelEntry model() {
    return new ModelEntry(
        job.model().name(),
        job.model().version(),
        job.model().digest().hex(),
        job.model().location());
  }

  private List<FileEntry> inputs(List<SplitResult> results) {
    Map<String, Long> rows = new TreeMap<>(emptyInputs);
    results.forEach(result -> rows.merge(result.task().split().file(), result.read(), Long::sum));
    return rows.entrySet().stream().map(e -> new FileEntry(e.getKey(), e.getValue())).toList();
  }

  private static Map<String, Long> byCode(List<SplitResult> results) {
    Map<String, Long> counts = new TreeMap<>();
    results.forEach(
        result ->
            result.deadLetters().forEach((code, n) -> counts.merge(code.name(), n, Long::sum)));
    return counts;
  }
}
