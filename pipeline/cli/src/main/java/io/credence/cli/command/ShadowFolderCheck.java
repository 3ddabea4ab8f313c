package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.beam.Shadow;
import io.credence.cli.options.ScoreOptions;
import io.credence.jobs.sink.folder.PublishTerms;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.jobs.sink.folder.ShadowFolder;
import io.credence.parquet.FieldCheck;
import io.credence.parquet.ParquetInput;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks the folder of {@code --shadowOutput}, and what the challenger finds in the input. */
final class ShadowFolderCheck {

  private static final String OPTION = "--shadowOutput";

  private final ScoringCheck check;
  private final ScoreOptions options;

  ShadowFolderCheck(ScoringCheck check) {
    this.check = check;
    this.options = check.options();
  }

  /**
   * The folder; null when there is no shadow, or something is wrong, which is reported.
   *
   * @param output the folders of the results; null when they can't be used
   */
  @Nullable ShadowFolder of(@Nullable RunFolders output, List<ParquetInput> inputs) {
    String location = options.getShadowOutput();
    if (location == null || check.shadow() == null || output == null || inputs.isEmpty()) {
      return null;
    }
    if (RunnerCheck.isTopic(location)) {
      check
          .problems()
          .add("%s=%s: must be a folder, as --output is one".formatted(OPTION, location));
      return null;
    }
    if (!check.shared().has(OPTION, location)) {
      return null;
    }
    String folder = Locations.absolute(location);
    for (String other : List.of(output.output(), output.deadLetters())) {
      requireApart(folder, other);
    }
    RunFolders folders =
        new RunFolders(folder, RunFolders.deadLettersBeneath(folder), UUID.randomUUID().toString());
    String earlier =
        new OutputCheck(OPTION, folders, check.problems()).check(inputs, options.getOverwrite());
    return new ShadowFolder(
        folders, new PublishTerms(options.getOverwrite(), earlier, options.getFsync()));
  }

  /** One within the other, and those who read a folder with all beneath would mix them. */
  private void requireApart(String folder, String other) {
    String ours = Locations.folder(folder);
    String theirs = Locations.folder(other);
    if (ours.startsWith(theirs) || theirs.startsWith(ours)) {
      check
          .problems()
          .add(
              "%s=%s: must lie apart from %s, neither within it nor around it"
                  .formatted(OPTION, folder, other));
    }
  }

  /**
   * Checks columns.
   *
   * @param input one of the files that are read
   */
  void columns(Scoring scoring, ParquetInput input) {
    Shadow shadow = scoring.shadow();
    if (shadow == null) {
      return;
    }
    ModelRef challenger = shadow.challenger();
    FieldCheck fields = new FieldCheck(input);
    challenger
        .model()
        .features()
        .forEach(
            feature ->
                fields
                    .problem(feature)
                    .ifPresent(
                        why -> check.notes().add("The challenger will score no record: " + why)));
    String key = scoring.spec().predict().keyField();
    if (key != null && ShadowFolder.columns(scoring).stream().anyMatch(key::equalsIgnoreCase)) {
      check
          .problems()
          .add(
              "--keyField=%s: is the name of another column in %s; rename the input's column"
                  .formatted(key, OPTION));
    }
  }
}
