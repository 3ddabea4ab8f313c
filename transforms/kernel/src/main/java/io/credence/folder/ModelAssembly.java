package io.credence.folder;

import io.credence.expression.Expression;
import io.credence.model.Feature;
import io.credence.model.Model;
import io.credence.model.ModelDigest;
import io.credence.posterior.Coordinate;
import io.credence.posterior.Posterior;
import io.credence.problem.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what model.yaml says and the posterior together, and checks that their names fit. */
final class ModelAssembly {

  private final ModelYaml yaml;
  private final Posterior posterior;
  private final ProblemLog log;

  ModelAssembly(ModelYaml yaml, Posterior posterior, ProblemLog log) {
    this.yaml = yaml;
    this.posterior = posterior;
    this.log = log;
  }

  /** The model; where a fault was reported, something harmless stands in. */
  Model assemble(ModelDigest digest) {
    checkNames();
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
        digest,
        yaml.target(),
        yaml.features().stream().map(feature -> withLevels(feature)).toList(),
        let,
        yaml.predict().expression(),
        unseen,
        posterior);
  }

  private Feature withLevels(FeatureYaml feature) {
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
    log.add(feature.line(), "features." + feature.name() + ": " + message);
  }

  /** A name must mean one thing, except that features may hide constants. */
  private void checkNames() {
    List<String> features = yaml.features().stream().map(FeatureYaml::name).toList();
    for (FeatureYaml feature : yaml.features()) {
      if (posterior.parameter(feature.name()).isPresent()) {
        report(feature, "The posterior has a parameter of the same name; rename the feature");
      }
    }
    for (String step : yaml.let().keySet()) {
      if (features.contains(step) || posterior.parameter(step).isPresent()) {
        log.add(
            yaml.line("let." + step),
            "let.%s: There is a %s of the same name"
                .formatted(step, features.contains(step) ? "feature" : "parameter"));
      }
    }
    for (String feature : yaml.unseen().keySet()) {
      checkPolicy(feature, features);
    }
  }

  private void checkPolicy(String feature, List<String> features) {
    Optional<FeatureYaml> found =
        yaml.features().stream().filter(each -> each.name().equals(feature)).findFirst();
    if (found.isEmpty()) {
      log.add(
          yaml.line("unseen." + feature),
          "unseen.%s: There is no feature '%s'%s"
              .formatted(feature, feature, Suggestion.didYouMean(feature, features)));
    } else if (found.get().levels() == null && found.get().coordinate() == null) {
      log.add(
          yaml.line("unseen." + feature),
          "unseen.%s: The feature has no levels, so none can be unseen".formatted(feature));
    }
  }
}
