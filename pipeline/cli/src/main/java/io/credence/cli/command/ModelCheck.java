package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.cli.options.TrustOptions;
import io.credence.folder.ModelException;
import io.credence.jobs.runner.Runner;
import io.credence.problem.Problem;
import io.credence.problem.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads the model of a request, from where the workers will load it too. */
final class ModelCheck {

  /** What travels is sent to each worker, and kept by each of its threads until it is loaded. */
  private static final long MAX_CARRIED_BYTES = 32L << 20;

  private final Runner runner;
  private final Problems problems;
  private final List<String> notes;
  private final List<String> trustedKeys;

  /**
   * @param trust whose models are taken
   */
  ModelCheck(Runner runner, TrustOptions trust, Problems problems, List<String> notes) {
    this.trustedKeys = trust.getTrustedKeys();
    this.runner = runner;
    this.problems = problems;
    this.notes = notes;
  }

  /** Null when there is no such model, which is reported. */
  @Nullable ModelRef load(String location) {
    return load("--model", location);
  }

  /**
   * As {@link #load(String)}.
   *
   * @param option which names the folder
   */
  @Nullable ModelRef load(String option, String location) {
    try {
      ModelLocation found = ModelLocation.of(location, trustedKeys);
      boolean shared = runner.sharesDisk() || !found.isOfThisMachine();
      return found.checked(
          shared ? ModelRef.at(found.folder()) : carry(option, location, found.folder()));
    } catch (ModelException e) {
      problems.addAll(lines(e));
    } catch (IOException | IllegalArgumentException e) {
      problems.add(unreadable(option, location, e));
    }
    return null;
  }

  /** Loads a model that is to be looked at; null when there is none, which is reported. */
  static @Nullable ModelRef look(String location, TrustOptions trust, Problems problems) {
    try {
      return at(location, trust);
    } catch (ModelException e) {
      problems.addAll(lines(e));
    } catch (IOException | IllegalArgumentException e) {
      problems.add(unreadable("--model", location, e));
    }
    return null;
  }

  /** The model that a location names, in a registry or as a folder. */
  static ModelRef at(String location, TrustOptions trust) throws ModelException, IOException {
    ModelLocation found = ModelLocation.of(location, trust.getTrustedKeys());
    return found.checked(ModelRef.at(found.folder()));
  }

  private static String unreadable(String option, String location, Exception e) {
    return "%s=%s: can't be read: %s".formatted(option, location, Failures.line(e));
  }

  /** The folder, and a line for each of its problems. */
  static List<String> lines(ModelException e) {
    return Stream.concat(
            Stream.of("Model folder " + e.location() + ":"),
            e.problems().stream().map(Problem::toString))
        .toList();
  }

  private ModelRef carry(String option, String location, String folder)
      throws ModelException, IOException {
    ModelRef model = ModelRef.carrying(folder);
    long bytes = model.carriedBytes();
    if (bytes > MAX_CARRIED_BYTES) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%s=%s: is a folder of this machine with %,d bytes, of which at most %,d travel with"
                  + " a job; put it where the workers can read it",
              option,
              location,
              bytes,
              MAX_CARRIED_BYTES));
    } else {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s=%s: is a folder of this machine, so its %,d bytes travel with the job",
              option,
              location,
              bytes));
    }
    return model;
  }
}
