package io.credence.server;

import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import io.credence.predict.PredictSpec;
import io.credence.problem.Problem;
import io.credence.registry.RefusedException;
import io.credence.registry.Registry;
import io.credence.registry.RegistryLocation;
import io.credence.registry.signature.TrustedKeys;
import io.credence.registry.store.LocalRegistryStore;
import io.credence.registry.store.RegistryStore;
import io.credence.s3.S3Folders;
import io.credence.server.options.ServeOption;
import io.credence.server.options.ServeOptions;
import io.credence.server.reload.ModelSource;
import io.credence.server.reload.RegistrySource;
import io.credence.server.reload.Succession;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
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
  private final List<Succession> successions = new ArrayList<>();

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

  /** What may take the places of the models that were loaded, in their order. */
  List<Succession> successions() {
    return successions;
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
    return problems.isEmpty() ? new Models(models, aliases(models)) : null;
  }

  /** By the names of the models, each of which has a succession. */
  private Map<String, String> aliases(List<ServedModel> models) {
    Map<String, String> aliases = new HashMap<>();
    for (int i = 0; i < models.size(); i++) {
      String alias = successions.get(i).alias();
      if (alias != null) {
        aliases.put(models.get(i).model().name(), alias);
      }
    }
    return aliases;
  }

  private @Nullable ServedModel load(String location) {
    try {
      ModelSource source = source(location);
      if (source == null) {
        return null;
      }
      Succession succession = new Succession(source, base);
      ServedModel first = succession.begin();
      successions.add(succession);
      return first;
    } catch (ModelException e) {
      problems.add("Model folder " + e.location() + ":");
      e.problems().stream().map(Problem::toString).forEach(problems::add);
    } catch (RefusedException | IllegalArgumentException e) {
      problems.add("--model=" + location + ": " + e.getMessage());
    } catch (IOException e) {
      problems.add("--model=" + location + ": can't be read: " + FileFailures.line(e));
    }
    return null;
  }

  /** Null when it is at a place that is not read, which is reported. */
  private @Nullable ModelSource source(String location) throws IOException {
    if (RegistryLocation.isOne(location)) {
      RegistryLocation named = RegistryLocation.parse(location);
      RegistryStore kept = registry(location, named.registry());
      return kept == null
          ? null
          : new RegistrySource(new Registry(kept, Clock.systemUTC()), named, keys());
    }
    if (options.text(ServeOption.TRUSTED_KEYS).isPresent()) {
      problems.add(
          "--model="
              + location
              + ": --trustedKeys needs a version of a registry, which keeps signatures; name one by"
              + " registry:URI/NAME@alias");
      return null;
    }
    ModelFolder folder = folder(location);
    return folder == null ? null : ModelSource.of(folder);
  }

  private @Nullable TrustedKeys keys() throws IOException {
    List<Path> files = options.list(ServeOption.TRUSTED_KEYS).stream().map(Path::of).toList();
    return files.isEmpty() ? null : TrustedKeys.read(files);
  }

  private @Nullable RegistryStore registry(String location, String registry) {
    if (S3Folders.isMeant(registry)) {
      return store.registry(registry);
    }
    if (Location.isUri(registry)) {
      problems.add(
          "--model="
              + location
              + ": a registry is kept on a disk, by a local path, or in S3, by s3://BUCKET/KEY");
      return null;
    }
    return new LocalRegistryStore(Path.of(registry).toAbsolutePath().normalize());
  }

  private @Nullable ModelFolder folder(String location) {
    if (S3Folders.isMeant(location)) {
      return store.folder(location);
    }
    if (Location.isUri(location)) {
      problems.add(
          "--model="
              + location
              + ": must be a local folder, s3://BUCKET/KEY or registry:URI/NAME@alias");
      return null;
    }
    return ModelFolder.local(Path.of(location));
  }
}
