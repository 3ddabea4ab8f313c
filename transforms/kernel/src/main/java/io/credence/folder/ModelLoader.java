package io.credence.folder;

import io.credence.expression.Expression;
import io.credence.model.Feature;
import io.credence.model.Model;
import io.credence.posterior.Coordinate;
import io.credence.posterior.Posterior;
import io.credence.posterior.PosteriorException;
import io.credence.predict.Fault;
import io.credence.predict.Program;
import io.credence.predict.ProgramException;
import io.credence.problem.Problem;
import io.credence.problem.Suggestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads a model folder, and refuses one that is not sound: every fault of model.yaml, the
 * posterior, the expressions, the checksums and the figures of the verify file is reported
 * together.
 */
public final class ModelLoader {

  private static final int MAX_YAML_BYTES = 1 << 20;
  private static final int MAX_VERIFY_BYTES = 1 << 24;

  /** The largest array; a model of this size needs a large heap, which is the user's choice. */
  private static final int MAX_POSTERIOR_BYTES = Integer.MAX_VALUE - 8;

  /** A single wrong parameter shows in hundreds of figures. */
  private static final int MAX_VERIFY_PROBLEMS = 20;

  private final ModelFolder folder;
  private final FolderFiles files;
  private final ProblemLog yamlLog = new ProblemLog(ModelYamlReader.FILE);
  private final List<Problem> problems = new ArrayList<>();

  private ModelLoader(ModelFolder folder) {
    this.folder = folder;
    this.files = new FolderFiles(folder);
  }

  /**
   * Loads a model.
   *
   * @throws ModelException when the folder holds no sound model
   * @throws IOException when a file can't be read
   */
  public static Model load(ModelFolder folder) throws ModelException, IOException {
    return new ModelLoader(folder).load();
  }

  private Model load() throws ModelException, IOException {
    byte[] content = files.read(ModelYamlReader.FILE, MAX_YAML_BYTES, yamlLog, 0);
    ModelYaml yaml = content == null ? null : ModelYamlReader.read(content, yamlLog);
    if (yaml == null) {
      throw failure();
    }
    Posterior posterior = readPosterior(yaml);
    List<VerifyCase> cases = readVerifyCases(yaml);
    checkSums();
    if (posterior == null) {
      throw failure();
    }
    Model model = assemble(yaml, posterior);
    checkNames(yaml, posterior);
    boolean compiles = checkExpressions(yaml, model);
    if (compiles && yamlLog.problems().isEmpty() && problems.isEmpty()) {
      verify(model, yaml, cases);
    }
    if (!yamlLog.problems().isEmpty() || !problems.isEmpty()) {
      throw failure();
    }
    return model;
  }

  private ModelException failure() {
    List<Problem> all = new ArrayList<>(yamlLog.problems());
    all.sort(Comparator.comparingInt(Problem::line));
    all.addAll(problems);
    return new ModelException(folder.location(), all);
  }

  private @Nullable Posterior readPosterior(ModelYaml yaml) throws IOException {
    String file = yaml.posterior();
    if (file == null) {
      return null;
    }
    byte[] content = files.read(file, MAX_POSTERIOR_BYTES, yamlLog, yaml.line("posterior"));
    if (content == null) {
      return null;
    }
    try {
      return Posterior.read(file, content);
    } catch (PosteriorException e) {
      e.problems().forEach(problem -> problems.add(Problem.of(file, problem)));
      return null;
    }
  }

  private List<VerifyCase> readVerifyCases(ModelYaml yaml) throws IOException {
    String file = yaml.verify();
    byte[] content =
        file == null ? null : files.read(file, MAX_VERIFY_BYTES, yamlLog, yaml.line("verify"));
    if (file == null || content == null) {
      return List.of();
    }
    ProblemLog log = new ProblemLog(file);
    List<VerifyCase> cases = VerifyFile.read(content, log);
    problems.addAll(log.firstProblems(MAX_VERIFY_PROBLEMS));
    return cases;
  }

  private void checkSums() throws IOException {
    ProblemLog log = new ProblemLog(Checksums.FILE);
    Checksums.check(files, log);
    problems.addAll(log.problems());
  }

  private Model assemble(ModelYaml yaml, Posterior posterior) {
    Map<String, Expression> let = new LinkedHashMap<>();
    yaml.let().forEach((name, located) -> let.put(name, located.expression()));
    Map<String, Map<String, Expression>> unseen = new LinkedHashMap<>();
    yaml.unseen()
        .forEach(
            (feature, policy) -> {
              Map<String, Expression> substitutes = new LinkedHashMap<>();
              policy.forEach((name, located) -> substitutes.put(name, located.expression()));
              unseen.put(feature, substitutes);
            });
    return new Model(
        yaml.name(),
        yaml.version(),
        files.digest(),
        yaml.target(),
        yaml.features().stream().map(feature -> withLevels(feature, posterior)).toList(),
        let,
        yaml.predict().expression(),
        unseen,
        posterior);
  }

  private Feature withLevels(FeatureYaml feature, Posterior posterior) {
    String name = feature.coordinate();
    List<String> listed = feature.levels();
    if (name == null) {
      return feature.withLevels(listed == null ? List.of() : listed);
    }
    Optional<Coordinate> coordinate = posterior.coordinate(name);
    if (coordinate.isEmpty()) {
      List<String> names = posterior.coordinates().stream().map(Coordinate::name).toList();
      report(
          feature,
          "The posterior has no coordinate '%s'%s; there are: %s"
              .formatted(name, Suggestion.didYouMean(name, names), String.join(", ", names)));
      return feature.withLevels(List.of());
    }
    List<String> labels = coordinate.get().labels();
    String problem = FeatureYamlReader.problem(labels, feature.type());
    if (problem != null) {
      report(feature, "The levels of coordinate '%s' %s".formatted(name, problem));
      return feature.withLevels(List.of());
    }
    return feature.withLevels(labels);
  }

  private void report(FeatureYaml feature, String message) {
    yamlLog.add(feature.line(), "features." + feature.name() + ": " + message);
  }

  /** A name must mean one thing, except that features may hide constants. */
  private void checkNames(ModelYaml yaml, Posterior posterior) {
    List<String> features = yaml.features().stream().map(FeatureYaml::name).toList();
    for (FeatureYaml feature : yaml.features()) {
      if (posterior.parameter(feature.name()).isPresent()) {
        report(feature, "The posterior has a parameter of the same name; rename the feature");
      }
    }
    for (String step : yaml.let().keySet()) {
      if (features.contains(step) || posterior.parameter(step).isPresent()) {
        yamlLog.add(
            yaml.line("let." + step),
            "let.%s: There is a %s of the same name"
                .formatted(step, features.contains(step) ? "feature" : "parameter"));
      }
    }
    for (String feature : yaml.unseen().keySet()) {
      checkPolicy(yaml, feature, features);
    }
  }

  private void checkPolicy(ModelYaml yaml, String feature, List<String> features) {
    Optional<FeatureYaml> found =
        yaml.features().stream().filter(each -> each.name().equals(feature)).findFirst();
    if (found.isEmpty()) {
      yamlLog.add(
          yaml.line("unseen." + feature),
          "unseen.%s: There is no feature '%s'%s"
              .formatted(feature, feature, Suggestion.didYouMean(feature, features)));
    } else if (found.get().levels() == null && found.get().coordinate() == null) {
      yamlLog.add(
          yaml.line("unseen." + feature),
          "unseen.%s: The feature has no levels, so none can be unseen".formatted(feature));
    }
  }

  private boolean checkExpressions(ModelYaml yaml, Model model) {
    try {
      Program.compile(model, 1);
      return true;
    } catch (ProgramException e) {
      e.faults().forEach(fault -> report(yaml, fault));
      return false;
    }
  }

  private void report(ModelYaml yaml, Fault fault) {
    String source = yaml.source(fault.part());
    yamlLog.add(
        yaml.line(fault.part()),
        fault.part() + ": " + LocatedExpression.describe(source, fault.exception()));
  }

  private void verify(Model model, ModelYaml yaml, List<VerifyCase> cases) {
    ProblemLog log = new ProblemLog(String.valueOf(yaml.verify()));
    Verification.check(model, cases, log);
    problems.addAll(log.firstProblems(MAX_VERIFY_PROBLEMS));
  }
}
