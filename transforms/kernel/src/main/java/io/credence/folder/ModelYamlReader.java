package io.credence.folder;

import io.credence.problem.Problems;
import io.credence.yaml.YamlMap;
import io.credence.yaml.YamlRoot;
import io.credence.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads model.yaml, section by section. */
final class ModelYamlReader {

  static final String FILE = "model.yaml";

  /** What says how to predict where {@code format} does not. */
  private static final List<String> EXPRESSIONS = List.of("let", "draw", "predict", "unseen");

  private static final List<String> KEYS =
      List.of(
          "credence",
          "name",
          "version",
          "posterior",
          "features",
          "target",
          "format",
          "let",
          "draw",
          "predict",
          "outputs",
          "unseen",
          "verify",
          "gates");

  /** More columns than any record that was ever scored. */
  private static final int MAX_FEATURES = 10_000;

  private final Problems log;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<String> faulty = new HashSet<>();
  private final ExpressionsYaml expressions;
  private boolean tooLarge;

  private ModelYamlReader(Problems log) {
    this.log = log;
    this.expressions = new ExpressionsYaml(log, lines);
  }

  /** Reads the file, or reports why it is no model at all. */
  static @Nullable ModelYaml read(byte[] content, Problems log) {
    YamlMap root = YamlRoot.of(content, "model", "name: my-model", BracketedKeys::quoted, log);
    return root == null ? null : new ModelYamlReader(log).read(root);
  }

  private @Nullable ModelYaml read(YamlMap root) {
    root.allowOnly(KEYS);
    root.values().forEach((key, value) -> lines.put(key, value.line()));
    root.require("credence", "credence: 1").ifPresent(this::checkFormat);
    String name =
        NameForms.matching(
            root.require("name", "name: my-model"), NameForms.LABEL, "letters, digits and . _ + -");
    String version =
        NameForms.matching(
            root.require("version", "version: 1.0.0"),
            NameForms.LABEL,
            "letters, digits and . _ + -");
    String posterior = NameForms.fileName(root.require("posterior", "posterior: posterior.nc"));
    List<FeatureYaml> features =
        features(root.require("features", "features: {x: {type: double}}"));
    Map<String, LocatedExpression> let = expressions.steps(root, "let");
    Map<String, LocatedExpression> draw = expressions.steps(root, "draw");
    Optional<YamlValue> format = root.get("format");
    if (format.isPresent()) {
      EXPRESSIONS.forEach(key -> root.get(key).ifPresent(ModelYamlReader::refuseBesideFormat));
    }
    OutputsYaml outputs = new OutputsYaml(root, log, expressions);
    Map<String, Map<String, LocatedExpression>> unseen = expressions.unseen(root.get("unseen"));
    if (tooLarge || expressions.areTooMany()) {
      // What is left out would be missed all over.
      return null;
    }
    return new ModelYaml(
        name,
        version,
        posterior,
        features,
        outputs.names(),
        format.isEmpty()
            ? null
            : NameForms.matching(format, NameForms.FORMAT, "letters, digits and . _ + / -"),
        let,
        draw,
        outputs.predict(),
        outputs.predictions(),
        unseen,
        NameForms.fileName(root.get("verify")),
        GatesYaml.read(root.get("gates"), outputs.names()),
        faulty,
        lines);
  }

  private void checkFormat(YamlValue value) {
    if (!value.text().orElse("1").equals("1")) {
      value.report("is the version of this format, and must be 1");
    }
  }

  private static void refuseBesideFormat(YamlValue value) {
    value.report(
        "must not stand beside format, whose code says how to predict; remove one of them");
  }

  private List<FeatureYaml> features(Optional<YamlValue> value) {
    List<FeatureYaml> features = new ArrayList<>();
    Optional<YamlMap> map = value.flatMap(YamlValue::map);
    if (map.isPresent() && map.get().values().size() > MAX_FEATURES) {
      tooLarge = true;
      value
          .get()
          .report(
              "must be at most %s, but are %s".formatted(MAX_FEATURES, map.get().values().size()));
    } else if (map.isPresent()) {
      map.get()
          .values()
          .forEach(
              (name, feature) -> {
                int before = log.count();
                NameForms.requireQuotable(name, feature.path(), feature.line(), log);
                features.add(FeatureYamlReader.read(name, feature));
                if (log.count() > before) {
                  faulty.add(name);
                }
              });
    }
    return features;
  }
}
