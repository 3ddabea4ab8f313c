package io.credence.cli.command;

import io.credence.beam.FileSystemFolder;
import io.credence.cli.options.RegistryOptions;
import io.credence.cli.options.RegistryVerb;
import io.credence.cli.report.RegistryDecisionReport;
import io.credence.cli.report.RegistryEventReport;
import io.credence.cli.report.RegistryListReport;
import io.credence.cli.report.RegistryLogReport;
import io.credence.cli.report.RegistryModelReport;
import io.credence.cli.report.RegistryVerifyReport;
import io.credence.cli.report.Report;
import io.credence.folder.ModelException;
import io.credence.registry.Author;
import io.credence.registry.Candidate;
import io.credence.registry.Evidence;
import io.credence.registry.ModelHistory;
import io.credence.registry.RefusedException;
import io.credence.registry.Registry;
import io.credence.registry.Steps;
import io.credence.registry.Verification;
import io.credence.registry.log.Change.Decided;
import io.credence.registry.log.Event;
import io.credence.registry.signature.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Does what {@code credence registry} was asked for. */
final class RegistryActions {

  private final Registry registry;
  private final RegistryOptions options;
  private final Console console;

  RegistryActions(Registry registry, RegistryOptions options, Console console) {
    this.registry = registry;
    this.options = options;
    this.console = console;
  }

  ExitCode run(RegistryVerb verb) throws IOException, RefusedException {
    return switch (verb) {
      case REGISTER -> register();
      case SIGN -> changed(name(), sign());
      case PROMOTE -> promote();
      case ROLLBACK -> changed(name(), registry.rollback(name(), options.getAlias(), author()));
      case DECIDE -> decide();
      case PIN -> changed(name(), registry.pin(name(), options.getAlias(), author()));
      case RETIRE -> changed(name(), registry.retire(name(), version(), author()));
      case LIST -> list();
      case SHOW -> shown(RegistryModelReport.of(registry.location(), history()));
      case LOG -> shown(RegistryLogReport.of(registry.location(), history()));
      case VERIFY -> verify();
    };
  }

  private ExitCode register() throws IOException, RefusedException {
    String location = Locations.absolute(given(options.getModel()));
    Map<String, String> lineage = lineage();
    SigningKey key = options.getSigningKey() == null ? null : key(options.getSigningKey());
    try {
      Candidate candidate = Candidate.load(new FileSystemFolder(location));
      Event registered = registry.register(candidate, lineage, author());
      if (key != null) {
        registry.sign(candidate.name(), candidate.version(), key, author());
      }
      return changed(candidate.name(), registered);
    } catch (ModelException e) {
      return console.refuse(ModelCheck.lines(e));
    }
  }

  private Event sign() throws IOException, RefusedException {
    String key = options.getSigningKey();
    String signature = options.getSignature();
    if ((key == null) == (signature == null)) {
      throw new IllegalArgumentException(
          "registry sign needs --signingKey, with which to sign, or --signature, which is there"
              + " already; give one of them");
    }
    return signature == null
        ? registry.sign(name(), version(), key(given(key)), author())
        : registry.sign(name(), version(), signature(signature), author());
  }

  private static SigningKey key(String file) {
    try {
      return SigningKey.read(Path.of(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("--signingKey=" + Failures.line(e), e);
    }
  }

  private static byte[] signature(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return bounded(in, SigningKey.MAX_SIGNATURE_BYTES, "--signature=" + file);
    } catch (IOException e) {
      throw new IllegalArgumentException("--signature=" + Failures.line(e), e);
    }
  }

  private Map<String, String> lineage() {
    Map<String, String> lineage = new TreeMap<>();
    for (String entry : options.getLineage()) {
      int end = entry.indexOf('=');
      if (end < 1 || lineage.put(entry.substring(0, end), entry.substring(end + 1)) != null) {
        throw new IllegalArgumentException(
            "--lineage=%s: %s"
                .formatted(entry, end < 1 ? "has no KEY=VALUE" : "the key is given twice"));
      }
    }
    return lineage;
  }

  private ExitCode promote() throws IOException, RefusedException {
    Evidence evidence = options.getEvaluation() == null ? null : evidence(options.getEvaluation());
    return changed(
        name(),
        registry.promote(
            name(), version(), options.getAlias(), evidence, options.getForce(), author()));
  }

  private ExitCode decide() throws IOException, RefusedException {
    Evidence evidence = evidence(given(options.getEvaluation()));
    Double share = options.getShare();
    if (share != null && !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("--share=%s: must be from 0 to 1".formatted(share));
    }
    Event event =
        registry.decide(
            name(),
            version(),
            options.getAlias(),
            evidence,
            share,
            new Steps(options.getSteps()),
            author());
    return shown(decision(event, evidence));
  }

  private Report decision(Event event, Evidence evidence) throws IOException {
    Decided decided = (Decided) event.change();
    String location = registry.location();
    try {
      Optional<Event> moved =
          options.getAutomatic()
              ? registry.carryOut(name(), event, evidence, author())
              : Optional.empty();
      return RegistryDecisionReport.of(location, name(), event.number(), decided, moved);
    } catch (RefusedException e) {
      String why = String.valueOf(e.getMessage());
      return RegistryDecisionReport.left(location, name(), event.number(), decided, why);
    }
  }

  private static Evidence evidence(String folder) {
    try (InputStream in = new FileSystemFolder(Locations.absolute(folder)).open(Evidence.FILE)) {
      return Evidence.read(
          bounded(in, Evidence.MAX_BYTES, "--evaluation=%s: %s".formatted(folder, Evidence.FILE)));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--evaluation=%s: %s: %s".formatted(folder, Evidence.FILE, Failures.line(e)), e);
    }
  }

  private static byte[] bounded(InputStream in, int maxBytes, String where) throws IOException {
    byte[] content = in.readNBytes(maxBytes + 1);
    if (content.length > maxBytes) {
      throw new IllegalArgumentException(
          "%s: is larger than the limit of %s bytes".formatted(where, maxBytes));
    }
    return content;
  }

  private ExitCode list() throws IOException {
    List<ModelHistory> models = new ArrayList<>();
    for (String model : registry.models()) {
      models.add(registry.history(model));
    }
    return shown(RegistryListReport.of(registry.location(), models));
  }

  private ExitCode verify() throws IOException {
    List<String> models = options.getName() == null ? registry.models() : List.of(name());
    if (models.isEmpty()) {
      throw new IllegalArgumentException(registry.location() + " holds no models");
    }
    List<String> problems = new ArrayList<>();
    long events = 0;
    for (String model : models) {
      Verification found = registry.verify(model);
      problems.addAll(found.problems());
      events += found.events();
    }
    console.problems(problems);
    console.report(
        new RegistryVerifyReport(registry.location(), models.size(), events, problems.isEmpty()));
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.JOB_FAILED;
  }

  private ExitCode changed(String model, Event event) {
    console.report(RegistryEventReport.of(registry.location(), model, event));
    return ExitCode.DONE;
  }

  private ExitCode shown(Report report) {
    console.report(report);
    return ExitCode.DONE;
  }

  private ModelHistory history() throws IOException {
    ModelHistory history = registry.history(name());
    if (history.events().isEmpty()) {
      throw new IllegalArgumentException(
          "%s holds no model '%s'; there are: %s"
              .formatted(registry.location(), name(), String.join(", ", registry.models())));
    }
    return history;
  }

  private Author author() {
    return new Author(options.getBy(), options.getReason());
  }

  private String name() {
    return given(options.getName());
  }

  private String version() {
    return given(options.getVersion());
  }

  /** What was checked to be there. */
  private static String given(@Nullable String value) {
    return String.valueOf(value);
  }
}
