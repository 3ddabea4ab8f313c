package io.credence.jobs.sink.folder;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.beam.Shadow;
import io.credence.jobs.output.SoftwareVersion;
import io.credence.jobs.sink.folder.Manifest.DeadLetters;
import io.credence.jobs.sink.folder.Manifest.FileEntry;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where what a challenger says goes: a folder of its own, with a manifest of its own. There, what
 * the champion scored is read, what both scored is scored, and the failures of the challenger are
 * counted as dead letters, which are kept nowhere.
 *
 * @param folders of which the one of dead letters is never made
 * @param terms on which it is published
 */
public record ShadowFolder(RunFolders folders, PublishTerms terms) implements Serializable {

  /** The names of its columns, but for that of the key, which is as in the input. */
  public static List<String> columns(Scoring scoring) {
    Shadow shadow = scoring.shadow();
    List<String> names = new ArrayList<>(ShadowFile.PLACE);
    if (shadow != null) {
      ShadowRows.columns(scoring, shadow).columns().forEach(column -> names.add(column.name()));
    }
    return names;
  }

  /** Publishes the comparisons of splits, after the results that they belong to. */
  void publish(List<SplitResult> results, ModelRef champion, Shadow shadow, String run)
      throws IOException {
    Publication publication = new Publication(folders, terms);
    List<FileEntry> files = new ArrayList<>();
    Map<String, Long> failures = new TreeMap<>();
    long compared = 0;
    for (SplitResult result : results) {
      ShadowResult part = result.shadow();
      if (part == null) {
        throw new IllegalStateException("A split was scored without the shadow");
      }
      String name = OutputNames.scored(result.task(), folders.token());
      String added = publication.add(part.file(), folders.scored(name));
      files.add(FileEntry.written(added, part.compared(), part.file()));
      part.failures().forEach((why, n) -> failures.merge(why, n, Long::sum));
      compared += part.compared();
    }
    long failed = failures.values().stream().mapToLong(Long::longValue).sum();
    publication.publish(
        new Manifest(
            Manifest.FORMAT,
            true,
            null,
            SoftwareVersion.get(),
            folders.run(),
            Manifest.ModelEntry.of(shadow.challenger()),
            options(champion, shadow, run),
            PublishFn.inputs(results, SplitResult::scored, List.of()),
            files,
            compared + failed,
            compared,
            new DeadLetters(failed, failures, List.of()),
            null,
            null));
  }

  private static Map<String, Object> options(ModelRef champion, Shadow shadow, String run) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("mode", "shadow");
    options.put("champion", Manifest.ModelEntry.of(champion));
    options.put("championRun", run);
    options.put("budget_ms", shadow.budget().toNanos() / 1e6);
    return options;
  }
}
