package io.credence.cli.command;

import io.credence.beam.Canary;
import io.credence.beam.ModelRef;
import io.credence.beam.Shadow;
import io.credence.beam.store.StoredFile;
import io.credence.cli.options.ScoreOptions;
import io.credence.evaluation.Comparison;
import io.credence.problem.Problem;
import io.credence.problem.Problems;
import io.credence.registry.RegistryLocation;
import io.credence.rollout.KeyShare;
import io.credence.rollout.Rollout;
import io.credence.rollout.RolloutYaml;
import io.credence.s3.S3Store;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/** Reads what {@code --rollout} names, and checks its challenger. */
final class RolloutCheck {

  private final ScoreOptions options;
  private final Problems problems;

  RolloutCheck(ScoreOptions options, Problems problems) {
    this.options = options;
    this.problems = problems;
  }

  /** What the file asks for; null when there is none, or a fault of it, which is reported. */
  @Nullable Rollout read() {
    String file = options.getRollout();
    String shadowOutput = options.getShadowOutput();
    if (file == null) {
      if (shadowOutput != null) {
        problems.add(
            "--shadowOutput=%s: is for what a challenger says, but no --rollout names one"
                .formatted(shadowOutput));
      }
      return null;
    }
    if (options.getModel() != null) {
      problems.add(
          "--model=%s: --rollout=%s names the model, too, as its champion; leave one of them out"
              .formatted(options.getModel(), file));
    }
    Rollout rollout = read(file);
    if (rollout != null) {
      findStore(rollout);
    }
    return rollout;
  }

  /** Where the models are, no option has said. */
  private void findStore(Rollout rollout) {
    S3Store.check(
        options,
        problems,
        RegistryLocation.store(rollout.champion()),
        RegistryLocation.store(rollout.challenger()));
    FileSystems.setDefaultPipelineOptions(options);
  }

  private @Nullable Rollout read(String file) {
    Problems faults = new Problems(file);
    Rollout rollout = null;
    try (InputStream in =
        Channels.newInputStream(StoredFile.open(StoredFile.at(Locations.absolute(file), false)))) {
      byte[] content = in.readNBytes(RolloutYaml.MAX_BYTES + 1);
      if (content.length > RolloutYaml.MAX_BYTES) {
        faults.add("is larger than the limit of %s bytes".formatted(RolloutYaml.MAX_BYTES));
      } else {
        rollout = RolloutYaml.read(content, faults);
      }
    } catch (IOException | IllegalArgumentException e) {
      problems.add("--rollout=%s: can't be read: %s".formatted(file, Failures.line(e)));
    }
    faults.listByLine().stream().map(Problem::toString).forEach(problems::add);
    return rollout;
  }

  /**
   * The challenger in the shadow; null when it can't be one, which is reported.
   *
   * @param champion null when it can't be loaded
   */
  @Nullable Shadow shadow(
      Rollout rollout, @Nullable ModelRef champion, ScoreSpec spec, ModelCheck models) {
    String location = rollout.challenger();
    ModelRef challenger = models.load("challenger", location);
    if (options.getShadowOutput() == null) {
      problems.add(
          "--shadowOutput is required by mode: shadow of --rollout=%s; credence help score explains it"
              .formatted(options.getRollout()));
    }
    if (champion == null || challenger == null) {
      return null;
    }
    Comparison.problem(champion.model(), challenger.model(), spec.predict().keyField())
        .ifPresent(why -> problems.add("challenger=%s: %s".formatted(location, why)));
    return Shadow.of(challenger, rollout.budget());
  }

  /**
   * The challenger that scores a share of all keys; null when it can't, which is reported.
   *
   * @param champion null when it can't be loaded
   */
  @Nullable Canary canary(
      Rollout rollout,
      KeyShare share,
      @Nullable ModelRef champion,
      ScoreSpec spec,
      ModelCheck models) {
    ModelRef challenger = models.load("challenger", rollout.challenger());
    String mode = "mode: %s of --rollout=%s".formatted(rollout.mode(), options.getRollout());
    if (options.getShadowOutput() != null) {
      problems.add(
          "--shadowOutput=%s: is for a shadow, but there is %s"
              .formatted(options.getShadowOutput(), mode));
    }
    if (spec.predict().keyField() == null) {
      problems.add(
          mode + ": needs --keyField, the field by which records are shared out among the models");
    }
    if (champion == null || challenger == null) {
      return null;
    }
    List<String> ours = columns(champion, spec);
    List<String> theirs = columns(challenger, spec);
    if (!theirs.equals(ours)) {
      problems.add(
          "challenger=%s: must have the columns of the champion, which share a file; it lacks %s, and adds %s"
              .formatted(rollout.challenger(), less(ours, theirs), less(theirs, ours)));
    }
    return new Canary(challenger, share, rollout.mode());
  }

  private static List<String> columns(ModelRef model, ScoreSpec spec) {
    return ScoreColumns.of(model.model(), spec).columns().stream()
        .map(column -> column.name() + " " + column.type())
        .toList();
  }

  private static List<String> less(List<String> all, List<String> some) {
    return all.stream().filter(each -> !some.contains(each)).toList();
  }
}
