package io.credence.server;

import io.credence.folder.ModelException;
import io.credence.predict.PredictSpec;
import io.credence.problem.Problem;
import io.credence.server.options.ServeOption;
import io.credence.server.options.ServeOptions;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Loads the models that the options name, and reports all of their faults together. */
final class ModelLoading {

  private static final Pattern REMOTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private final ServeOptions options;
  private final List<String> problems;
  private final PredictSpec base;

  ModelLoading(ServeOptions options, List<String> problems) {
    this.options = options;
    this.problems = problems;
    this.base =
        PredictSpec.DEFAULT
            .withNumSamples(options.integer(ServeOption.NUM_SAMPLES))
            .withSeed(options.number(ServeOption.SEED))
            .withKeyField(options.text(ServeOption.KEY_FIELD).orElse(null));
  }

  /** How samples are drawn where a request asks for nothing else. */
  PredictSpec base() {
    return base;
  }

  /** The folders, in the order of the models. */
  List<Path> folders() {
    return options.list(ServeOption.MODEL).stream().map(Path::of).toList();
  }

  /** Null when there is a fault, which is reported. */
  @Nullable Models load() {
    int most = options.integer(ServeOption.MAX_SAMPLES);
    if (base.numSamples() > most) {
      problems.add(
          "--numSamples=%s: must be at most --maxSamples, which is %s"
              .formatted(base.numSamples(), most));
    }
    List<ServedModel> models = new ArrayList<>();
    Map<String, String> folders = new HashMap<>();
    for (String folder : options.list(ServeOption.MODEL)) {
      ServedModel model = load(folder);
      if (model == null) {
        continue;
      }
      String name = model.model().name();
      String other = folders.putIfAbsent(name, folder);
      if (other == null) {
        models.add(model);
      } else {
        problems.add(
            "--model: %s and %s both hold a model of the name %s; rename one in its model.yaml"
                .formatted(other, folder, name));
      }
    }
    return problems.isEmpty() ? new Models(models) : null;
  }

  private @Nullable ServedModel load(String folder) {
    if (REMOTE.matcher(folder).matches()) {
      problems.add(
          "--model=" + folder + ": must be a local folder; copy the model to this machine");
      return null;
    }
    try {
      return ServedModel.load(Path.of(folder), base);
    } catch (ModelException e) {
      problems.add("Model folder " + folder + ":");
      e.problems().stream().map(Problem::toString).forEach(problems::add);
    } catch (IOException | InvalidPathException e) {
      problems.add("--model=" + folder + ": can't be read: " + FileFailures.line(e));
    }
    return null;
  }
}
