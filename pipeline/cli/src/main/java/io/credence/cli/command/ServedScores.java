package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.cli.options.Arguments;
import io.credence.cli.options.EvaluateOptions;
import io.credence.cli.options.ScoreOptions;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.Issue;
import io.credence.evaluation.Place;
import io.credence.evaluation.RecordCount;
import io.credence.files.Listing;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.parquet.FieldCheck;
import io.credence.parquet.ParquetInput;
import io.credence.problem.Problems;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/** What the manifest says of scores that an input brings along. */
final class ServedScores {

  /** Which every score has. */
  private static final String DIGEST = "model_digest";

  /** Options of credence score that bear on the scores, as a manifest records them. */
  private static final List<String> RECORDED =
      List.of(
          "numSamples",
          "hdiProbability",
          "etiProbability",
          "quantiles",
          "exceed",
          "bins",
          "emitSamples",
          "seed",
          "keyField");

  private final EvaluateOptions options;
  private final Problems problems;

  ServedScores(EvaluateOptions options, Problems problems) {
    this.options = options;
    this.problems = problems;
  }

  /** Whether rows bring scores along. */
  static boolean areIn(ParquetInput input) {
    return new FieldCheck(input).has(DIGEST);
  }

  /**
   * How the scores were computed; null when that is not known, which is reported.
   *
   * @param before receives what the files lack, or have too much, of what the manifest lists
   */
  @Nullable ScoreSpec spec(ModelRef model, List<ParquetInput> inputs, Evaluation before) {
    List<String> all =
        inputs.stream().map(input -> Locations.folderOf(input.file())).distinct().toList();
    String folder = all.get(0);
    if (all.size() > 1) {
      problems.add(
          "--input=%s: holds scores in several folders, such as %s and %s, each with a manifest of its own; evaluate one at a time"
              .formatted(options.getInput(), folder, all.get(1)));
      return null;
    }
    RunFolders folders = new RunFolders(folder, RunFolders.deadLettersBeneath(folder), "evaluate");
    try {
      Optional<Manifest> manifest = Manifest.find(folders.manifest());
      if (manifest.isEmpty()) {
        problems.add(
            "--input=%s: has the column %s, so it holds scores, but there is no %s beside it that says how they were computed; name the folder that credence score wrote, or records without scores"
                .formatted(options.getInput(), DIGEST, RunFolders.MANIFEST));
        return null;
      }
      compareRows(manifest.get(), folders, inputs, before);
      return spec(model, manifest.get());
    } catch (IOException e) {
      problems.add("%s: can't be read: %s".formatted(folders.manifest(), Failures.line(e)));
      return null;
    }
  }

  private @Nullable ScoreSpec spec(ModelRef model, Manifest manifest) {
    if (manifest.rollout() != null) {
      problems.add(
          "--input=%s: holds the scores of two models, %s %s and %s %s, by their keys; evaluate records without scores, with --against=MODEL for the other model"
              .formatted(
                  options.getInput(),
                  manifest.model().name(),
                  manifest.model().version(),
                  manifest.rollout().challenger().name(),
                  manifest.rollout().challenger().version()));
      return null;
    }
    if (!manifest.model().digest().equals(model.digest().hex())) {
      problems.add(
          "--model=%s: has the digest %s, but the scores are of %s %s with the digest %s"
              .formatted(
                  options.getModel(),
                  model.digest().hex(),
                  manifest.model().name(),
                  manifest.model().version(),
                  manifest.model().digest()));
      return null;
    }
    if (options.getNumSamples() != null
        || options.getSeed() != null
        || options.getKeyField() != null) {
      problems.add(
          "--numSamples, --seed and --keyField: the scores of the input were drawn with their own;"
              + " leave these out");
      return null;
    }
    List<String> arguments = new ArrayList<>();
    for (String name : RECORDED) {
      String value = text(manifest.options().get(name));
      if (!value.isEmpty()) {
        arguments.add("--%s=%s".formatted(name, value));
      }
    }
    ScoreOptions served = Arguments.parse(ScoreOptions.class, arguments, problems);
    return served == null ? null : ScoreSpecs.of(served, problems);
  }

  private static String text(@Nullable Object recorded) {
    if (recorded instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
    return recorded == null ? "" : recorded.toString();
  }

  private static void compareRows(
      Manifest manifest, RunFolders folders, List<ParquetInput> inputs, Evaluation before)
      throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    // By their real names, as the folder has: a link may lead to it.
    inputs.forEach(input -> rows.put(Locations.inRealFolder(input.file()), input.rows()));
    for (Manifest.FileEntry entry : manifest.outputs()) {
      ResourceId file = folders.scored(entry.file());
      Long found = rows.remove(file.toString());
      if (found == null && Listing.size(file).isEmpty()) {
        issue(
            before,
            file.toString(),
            "is not there; the manifest lists it with %s rows".formatted(entry.records()));
      } else if (found != null && found != entry.records()) {
        issue(
            before,
            file.toString(),
            "has %s rows, but the manifest lists it with %s".formatted(found, entry.records()));
      }
    }
    rows.keySet().forEach(file -> issue(before, file, "is not in the manifest"));
  }

  private static void issue(Evaluation before, String file, String what) {
    before.issue(new Issue(RecordCount.ROW_MISMATCH, new Place(file, -1), what));
  }
}
