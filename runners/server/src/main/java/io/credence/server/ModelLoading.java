package io.credence.server;

import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import io.credence.predict.PredictSpec;
import io.credence.problem.Problem;
import io.credence.s3.S3Folders;
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
import org.jspecify.annotations.Nullable;

/** Loads the models that the options name, and reports all of their faults together. */
final class ModelLoading {

  private final ServeOptions options;
  private final List<String> problems;
  private final PredictSpec base;
  private final StoreOptions store;
  private final List<ModelFolder> folders = new ArrayList<>();

  ModelLoading(ServeOptions options, List<String> problems) {
    this.options = options;
    this.problems = problems;
    this.store = new StoreOptions(options, problems);
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

  /** The folders of the models that were loaded, in their order. */
  List<ModelFolder> folders() {
    return folders;
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
    Map<String, String> byName = new HashMap<>();
    for (String folder : options.list(ServeOption.MODEL)) {
      ServedModel model = load(folder);
      if (model == null) {
        continue;
      }
      String name = model.model().name();
      String other = byName.putIfAbsent(name, folder);
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

  private @Nullable ServedModel load(String location) {
    try {
      ModelFolder folder = folder(location);
      if (folder == null) {
        return null;
      }
      folders.add(folder);
      return ServedModel.load(folder, base);
    } catch (ModelException e) {
      problems.add("Model folder " + location + ":");
      e.problems().stream().map(Problem::toString).forEach(problems::add);
    } catch (IOException | InvalidPathException e) {
      problems.add("--model=" + location + ": can't be read: " + FileFailures.line(e));
    }
    return null;
  }

  /** Null when it is at a place that is not read, which is reported. */
  private @Nullable ModelFolder folder(String location) {
    if (S3Folders.isMeant(location)) {
      return store.folder(location);
    }
    if (Location.isUri(location)) {
      problems.add("--model=" + location + ": must be a local folder, or s3://BUCKET/KEY");
      return null;
    }
    return ModelFolder.local(Path.of(location));
  }
}
