package io.credence.folder;

import io.credence.expression.Expression;
import io.credence.model.Feature;
import io.credence.model.Inputs;
import io.credence.model.ModelDescription;
import io.credence.model.ModelDigest;
import io.credence.model.Output;
import io.credence.posterior.Coordinate;
import io.credence.posterior.Posterior;
import io.credence.predict.ExpressionModel;
import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import io.credence.problem.Suggestion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts what model.yaml says and the posterior together, and checks that their names fit. */
final class ModelAssembly {

  /** Of all features together, because they may share a coordinate. */
  private static final int MAX_LEVELS = 4_000_000;

  private static final int MAX_LISTED = 300;

  private final ModelYaml yaml;
  private final Posterior posterior;
  private final Problems log;
  private final Set<String> faulty;
  private int numLevels;

  ModelAssembly(ModelYaml yaml, Posterior posterior, Problems log) {
    this.yaml = yaml;
    this.posterior = posterior;
    this.log = log;
    this.faulty = new HashSet<>(yaml.faulty());
  }

  /** The names of features with a fault that was reported. */
  Set<String> faulty() {
    return faulty;
  }

  /** What is known of the model; where a fault was reported, something harmless stands in. */
  ModelDescription describe(ModelDigest digest) {
    return new ModelDescription(
        yaml.name(),
        yaml.version(),
        digest,
        yaml.outputs().stream().map(Output::real).toList(),
        yaml.features().stream().map(feature -> withLevels(feature)).toList(),
        posterior);
  }

  /** The model that is said in expressions. */
  ExpressionModel expressions(ModelDescription description) {
    checkNames();
    Map<String, Map<String, Expression>> unseen = new LinkedHashMap<>();
    yaml.unseen()
        .forEach(
            (feature, policy) -> {
              Map<String, Expression> substitutes = new LinkedHashMap<>();
              policy.forEach((name, located) -> substitutes.put(name, located.expression()));
              unseen.put(feature, substitutes);
            });
    LocatedExpression predict = yaml.predict();
    return new ExpressionModel(
        description,
        expressions(yaml.let()),
        expressions(yaml.draw()),
        predict == null ? null : predict.expression(),
        expressions(yaml.predictions()),
        unseen);
  }

  private static Map<String, Expression> expressions(Map<String, LocatedExpression> located) {
    Map<String, Expression> expressions = new LinkedHashMap<>();
    located.forEach((name, each) -> expressions.put(name, each.expression()));
    return expressions;
  }

  private Feature withLevels(FeatureYaml feature) {
    List<String> labels = labels(feature);
    numLevels += labels.size();
    if (numLevels > MAX_LEVELS) {
      report(
          feature,
          "The features have more than %s levels together, which is the limit"
              .formatted(MAX_LEVELS));
      return feature.withLevels(List.of());
    }
    Feature complete = feature.withLevels(labels);
    checkDefault(feature, complete);
    checkReference(feature, complete);
    return complete;
  }

  private void checkReference(FeatureYaml feature, Feature complete) {
    String reference = complete.reference();
    if (reference != null && complete.hasLevels() && !complete.levels().contains(reference)) {
      report(
          feature,
          "The reference must be one of the levels, %s, but is %s"
              .formatted(Excerpt.of(String.join(", ", complete.levels())), Excerpt.of(reference)));
    }
  }

  private List<String> labels(FeatureYaml feature) {
    String name = feature.coordinate();
    List<String> listed = feature.levels();
    if (name == null) {
      return listed == null ? List.of() : listed;
    }
    Optional<Coordinate> coordinate = posterior.coordinate(name);
    if (coordinate.isEmpty()) {
      List<String> names = posterior.coordinates().stream().map(Coordinate::name).toList();
      report(
          feature,
          "The posterior has no coordinate '%s'%s; there are: %s"
              .formatted(
                  Excerpt.of(name),
                  Suggestion.didYouMean(name, names),
                  Excerpt.of(String.join(", ", names), MAX_LISTED)));
      return List.of();
    }
    List<String> labels = FeatureYamlReader.spelled(coordinate.get().labels(), feature.type());
    String problem = FeatureYamlReader.problem(labels, feature.type());
    if (problem != null) {
      report(feature, "The levels of coordinate '%s' %s".formatted(Excerpt.of(name), problem));
      return List.of();
    }
    return labels;
  }

  /** Else every missing value would be an unseen level, which only a policy can mean. */
  private void checkDefault(FeatureYaml feature, Feature complete) {
    if (complete.missingIsUnseen() && !yaml.unseen().containsKey(feature.name())) {
      report(
          feature,
          "missing: unseen needs an entry for %s under unseen, which says what stands in for it"
              .formatted(feature.name()));
    }
    Object value = complete.defaultValue();
    if (!complete.hasLevels() || value == null || yaml.unseen().containsKey(feature.name())) {
      return;
    }
    boolean known =
        value instanceof Double number
            ? complete.level(number) != Inputs.UNSEEN
            : complete.level(value.toString()) != Inputs.UNSEEN;
    if (!known) {
      report(
          feature,
          "The default must be one of the levels, %s, but is %s"
              .formatted(
                  Excerpt.of(String.join(", ", complete.levels())), Excerpt.of(value.toString())));
    }
  }

  private void report(FeatureYaml feature, String message) {
    faulty.add(feature.name());
    log.add(feature.line(), "features." + feature.name() + ": " + message);
  }

  /** Whether a name could mean a parameter as well, the expressions that use it show. */
  private void checkNames() {
    List<String> features = yaml.features().stream().map(FeatureYaml::name).toList();
    yaml.let().keySet().forEach(step -> checkStep("let." + step, step, features));
    for (String step : yaml.draw().keySet()) {
      checkStep("draw." + step, step, features);
      if (yaml.let().containsKey(step)) {
        log.add(
            yaml.line("draw." + step),
            "draw.%s: There is a let step of the same name".formatted(step));
      }
    }
    for (String feature : yaml.unseen().keySet()) {
      checkPolicy(feature, features);
    }
  }

  private void checkStep(String part, String step, List<String> features) {
    if (features.contains(step)) {
      log.add(yaml.line(part), part + ": There is a feature of the same name");
    }
  }

  private void checkPolicy(String feature, List<String> features) {
    Optional<FeatureYaml> found =
        yaml.features().stream().filter(each -> each.name().equals(feature)).findFirst();
    if (found.isEmpty()) {
      log.add(
          yaml.line("unseen." + feature),
          "unseen.%s: There is no feature '%s'%s"
              .formatted(
                  Excerpt.of(feature),
                  Excerpt.of(feature),
                  Suggestion.didYouMean(feature, features)));
    } else if (found.get().levels() == null && found.get().coordinate() == null) {
      log.add(
          yaml.line("unseen." + feature),
          "unseen.%s: The feature has no levels, so none can be unseen".formatted(feature));
    }
  }
}
