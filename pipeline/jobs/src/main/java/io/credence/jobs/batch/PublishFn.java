package io.credence.jobs.batch;

import io.credence.files.WrittenFile;
import io.credence.jobs.batch.Manifest.DeadLetters;
import io.credence.jobs.batch.Manifest.FileEntry;
import io.credence.jobs.batch.Manifest.ModelEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Adds the accounts of all splits up, and publishes their files with the sum: as results, or as the
 * dead letters of a run that is given up.
 */
final class PublishFn extends DoFn<KV<String, Iterable<PackedResults>>, Void> {

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
    this.job = job.bare();
    this.splits = splits;
    this.emptyInputs = new LinkedHashMap<>();
    emptyInputs.forEach(file -> this.emptyInputs.put(file, 0L));
  }

  @ProcessElement
  public void process(@Element KV<String, Iterable<PackedResults>> all) throws IOException {
    List<SplitResult> results = new ArrayList<>();
    all.getValue().forEach(share -> results.addAll(share.unpack()));
    results.sort(Comparator.comparingInt(result -> result.task().index()));
    if (results.size() != splits) {
      throw new IllegalStateException(
          "There must be " + splits + " results, but there are " + results.size());
    }
    publish(results);
  }

  private void publish(List<SplitResult> results) throws IOException {
    long read = results.stream().mapToLong(SplitResult::read).sum();
    long dead = results.stream().mapToLong(SplitResult::deadLetterCount).sum();
    boolean tooMany = read > 0 && (double) dead / read > job.maxDeadLetterShare();
    Publication publication = new Publication(job.folders(), job.terms());
    List<FileEntry> letters = addDeadLetters(results, tooMany, publication);
    List<FileEntry> outputs = tooMany ? List.of() : addScored(results, publication);
    publication.publish(
        new Manifest(
            Manifest.FORMAT,
            !tooMany,
            tooMany ? tooManyDeadLetters(dead, read) : null,
            SoftwareVersion.get(),
            job.folders().run(),
            model(),
            job.options(),
            inputs(results),
            outputs,
            read,
            read - dead,
            new DeadLetters(dead, byCode(results), letters)));
  }

  private String tooManyDeadLetters(long dead, long read) {
    return dead
        + " of "
        + read
        + " records could not be scored, more than the share of "
        + job.maxDeadLetterShare()
        + " that is allowed";
  }

  private List<FileEntry> addScored(List<SplitResult> results, Publication publication) {
    List<FileEntry> files = new ArrayList<>();
    for (SplitResult result : results) {
      String name = result.task().scoredName(job.folders().token());
      String added = publication.add(result.scoredFile(), job.folders().scored(name));
      files.add(FileEntry.written(added, result.scored(), result.scoredFile()));
    }
    return files;
  }

  private List<FileEntry> addDeadLetters(
      List<SplitResult> results, boolean givenUp, Publication publication) {
    List<FileEntry> files = new ArrayList<>();
    for (SplitResult result : results) {
      WrittenFile written = result.deadLetterFile();
      if (written != null) {
        String name = result.task().deadLettersName(job.folders().token());
        String added = publication.add(written, job.folders().deadLetter(name, givenUp));
        files.add(FileEntry.written(added, result.deadLetterCount(), written));
      }
    }
    return files;
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
    return rows.entrySet().stream().map(e -> FileEntry.input(e.getKey(), e.getValue())).toList();
  }

  private static Map<String, Long> byCode(List<SplitResult> results) {
    Map<String, Long> counts = new TreeMap<>();
    results.forEach(
        result ->
            result.deadLetters().forEach((code, n) -> counts.merge(code.name(), n, Long::sum)));
    return counts;
  }
}
