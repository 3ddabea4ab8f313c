package io.credence.jobs.sink.folder;

import io.credence.beam.Canary;
import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.beam.Shadow;
import io.credence.files.WrittenFile;
import io.credence.jobs.output.SoftwareVersion;
import io.credence.jobs.sink.folder.Manifest.DeadLetters;
import io.credence.jobs.sink.folder.Manifest.FileEntry;
import io.credence.jobs.sink.folder.Manifest.ModelEntry;
import io.credence.jobs.sink.folder.Manifest.RolloutEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Adds the accounts of all splits up, and publishes their files with the sum: as results, or as the
 * dead letters of a run that is given up.
 */
final class PublishFn extends DoFn<KV<String, Iterable<PackedResults>>, Void> {

  private static final long serialVersionUID = 1;

  private final FolderSink sink;
  private final ModelRef model;
  private final @Nullable Shadow shadow;
  private final @Nullable Canary canary;
  private final Results become;

  PublishFn(FolderSink sink, Scoring scoring, Results become) {
    this.sink = sink;
    this.become = become;
    this.model = scoring.model().bare(); // Only named here.
    this.shadow = scoring.shadow() == null ? null : scoring.shadow().bare();
    this.canary = scoring.canary() == null ? null : scoring.canary().bare();
  }

  @ProcessElement
  public void process(@Element KV<String, Iterable<PackedResults>> all) throws IOException {
    List<SplitResult> results = new ArrayList<>();
    all.getValue().forEach(group -> results.addAll(group.unpack()));
    results.sort(Comparator.comparingInt(result -> result.task().index()));
    int splits = results.isEmpty() ? 1 : results.get(0).task().of();
    if (results.size() != splits) {
      throw new IllegalStateException(
          "There must be " + splits + " results, but there are " + results.size());
    }
    publish(results);
  }

  private void publish(List<SplitResult> results) throws IOException {
    long read = results.stream().mapToLong(SplitResult::read).sum();
    long dead = results.stream().mapToLong(SplitResult::deadLetterCount).sum();
    boolean tooMany = read > 0 && (double) dead / read > sink.maxDeadLetterShare();
    Results.Made made =
        tooMany
            ? new Results.Made(List.of(), tooManyDeadLetters(dead, read), null)
            : become.make(results);
    boolean givenUp = made.failure() != null;
    Publication publication = new Publication(sink.folders(), sink.terms());
    List<FileEntry> letters = addDeadLetters(results, givenUp, publication);
    List<FileEntry> outputs = givenUp ? List.of() : addScored(made.files(), publication);
    publication.publish(
        new Manifest(
            Manifest.FORMAT,
            !givenUp,
            made.failure(),
            SoftwareVersion.get(),
            sink.folders().run(),
            ModelEntry.of(model),
            sink.options(),
            inputs(results, SplitResult::read, sink.emptyInputs()),
            outputs,
            read,
            read - dead,
            new DeadLetters(dead, byCode(results), letters),
            RolloutEntry.of(canary, challenger(results)),
            made.duplicateKeys()));
    publishShadow(results, givenUp);
  }

  /** Last, so that it can hold up nothing. Of results that were given up there is none. */
  private void publishShadow(List<SplitResult> results, boolean givenUp) throws IOException {
    ShadowFolder folder = sink.shadow();
    if (folder == null || shadow == null) {
      return;
    }
    if (givenUp) {
      new FailedRun(folder.folders()).discard();
    } else {
      folder.publish(results, model, shadow, sink.folders().run());
    }
  }

  private String tooManyDeadLetters(long dead, long read) {
    return dead
        + " of "
        + read
        + " records could not be scored, more than the share of "
        + sink.maxDeadLetterShare()
        + " that is allowed";
  }

  private List<FileEntry> addScored(List<Results.Part> parts, Publication publication) {
    List<FileEntry> files = new ArrayList<>();
    for (Results.Part part : parts) {
      String name = OutputNames.scored(files.size(), parts.size(), sink.folders().token());
      String added = publication.add(part.file(), sink.folders().scored(name));
      files.add(FileEntry.written(added, part.records(), part.file()));
    }
    return files;
  }

  private List<FileEntry> addDeadLetters(
      List<SplitResult> results, boolean givenUp, Publication publication) {
    List<FileEntry> files = new ArrayList<>();
    for (SplitResult result : results) {
      WrittenFile written = result.deadLetterFile();
      if (written != null) {
        String name = OutputNames.deadLetters(result.task(), sink.folders().token());
        String added = publication.add(written, sink.folders().deadLetter(name, givenUp));
        files.add(FileEntry.written(added, result.deadLetterCount(), written));
      }
    }
    return files;
  }

  /**
   * The files that were read.
   *
   * @param of how many rows of a split are meant
   * @param empty those of which no split speaks
   */
  static List<FileEntry> inputs(
      List<SplitResult> results, ToLongFunction<SplitResult> of, List<String> empty) {
    Map<String, Long> rows = new TreeMap<>();
    empty.forEach(file -> rows.put(file, 0L));
    results.forEach(
        result -> rows.merge(result.task().split().file(), of.applyAsLong(result), Long::sum));
    return rows.entrySet().stream().map(e -> FileEntry.input(e.getKey(), e.getValue())).toList();
  }

  private static ChallengerCounts challenger(List<SplitResult> results) {
    return results.stream()
        .map(SplitResult::challenger)
        .reduce(ChallengerCounts.NONE, ChallengerCounts::plus);
  }

  private static Map<String, Long> byCode(List<SplitResult> results) {
    Map<String, Long> counts = new TreeMap<>();
    results.forEach(
        result ->
            result.deadLetters().forEach((code, n) -> counts.merge(code.name(), n, Long::sum)));
    return counts;
  }
}
