package io.credence.folder;

import io.credence.expression.Expression.Literal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads model.yaml. The YAML is only taken apart into nodes, and never made into objects, so a file
 * cannot name classes to be loaded.
 */
final class ModelYamlReader {

  static final String FILE = "model.yaml";

  private static final List<String> KEYS =
      List.of(
          "credence",
          "name",
          "version",
          "posterior",
          "features",
          "target",
          "let",
          "predict",
          "unseen",
          "verify");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]*");
  private static final LocatedExpression NO_EXPRESSION =
      new LocatedExpression(new Literal(0, 0), "", 0, false);

  private final ProblemLog log;
  private final Map<String, Integer> lines = new HashMap<>();

  private ModelYamlReader(ProblemLog log) {
    this.log = log;
  }

  /** Reads the file, or reports why it is no model at all. */
  static @Nullable ModelYaml read(byte[] content, ProblemLog log) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      LoadSettings settings = LoadSettings.builder().setLabel(FILE).setUseMarks(true).build();
      Node root = new Compose(settings).composeString(text).orElse(null);
      if (root instanceof MappingNode mapping) {
        return new ModelYamlReader(log).read(new YamlMap(mapping, "", text, log));
      }
      log.add(1, "A model has keys and values, such as name: my-model");
    } catch (CharacterCodingException e) {
      log.add("It is no text in UTF-8");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      log.add(line, "It is no valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      log.add("It is no valid YAML: " + e.getMessage());
    }
    return null;
  }

  private ModelYaml read(YamlMap root) {
    root.allowOnly(KEYS);
    root.values().forEach((key, value) -> lines.put(key, value.line()));
    root.require("credence", "credence: 1").ifPresent(this::checkFormat);
    String name =
        matching(root.require("name", "name: my-model"), LABEL, "letters, digits and . _ + -");
    String version =
        matching(root.require("version", "version: 1.0.0"), LABEL, "letters, digits and . _ + -");
    String posterior = fileName(root.require("posterior", "posterior: posterior.nc"));
    List<FeatureYaml> features =
        features(root.require("features", "features: {x: {type: double}}"));
    String target = matching(root.require("target", "target: y"), NAME, "letters, digits and _");
    Map<String, LocatedExpression> let = new LinkedHashMap<>();
    root.get("let").flatMap(YamlValue::map).ifPresent(map -> addExpressions(map, let));
    LocatedExpression predict =
        root.require("predict", "predict: normal(mu, sigma)")
            .flatMap(this::expression)
            .orElse(NO_EXPRESSION);
    return new ModelYaml(
        name,
        version,
        posterior,
        features,
        target,
        let,
        predict,
        unseen(root.get("unseen")),
        fileName(root.get("verify")),
        lines);
  }

  private void checkFormat(YamlValue value) {
    if (!value.text().orElse("1").equals("1")) {
      value.report("is the version of this format, and must be 1");
    }
  }

  private static String matching(Optional<YamlValue> value, Pattern pattern, String allowed) {
    String text = value.flatMap(YamlValue::text).orElse("");
    if (value.isPresent() && !text.isEmpty() && !pattern.matcher(text).matches()) {
      value.get().report("must consist of %s, but is '%s'".formatted(allowed, text));
    }
    return text;
  }

  /** A name in the same folder: what a file says never becomes a path. */
  private static @Nullable String fileName(Optional<YamlValue> value) {
    if (value.isPresent() && value.get().isSequence()) {
      value.get().report("is a list, but only a single NetCDF-4 file can be read so far");
      return null;
    }
    String text = value.flatMap(YamlValue::text).orElse(null);
    if (value.isEmpty() || text == null) {
      return null;
    }
    if (text.isEmpty() || text.contains("/") || text.contains("\\") || text.startsWith(".")) {
      value.get().report("must be the name of a file in the same folder, but is '" + text + "'");
      return null;
    }
    return text;
  }

  private List<FeatureYaml> features(Optional<YamlValue> value) {
    List<FeatureYaml> features = new ArrayList<>();
    Optional<YamlMap> map = value.flatMap(YamlValue::map);
    if (map.isPresent()) {
      map.get()
          .values()
          .forEach((name, feature) -> features.add(FeatureYamlReader.read(name, feature)));
    }
    return features;
  }

  private Map<String, Map<String, LocatedExpression>> unseen(Optional<YamlValue> value) {
    Map<String, Map<String, LocatedExpression>> unseen = new LinkedHashMap<>();
    Optional<YamlMap> map = value.flatMap(YamlValue::map);
    if (map.isPresent()) {
      map.get().values().forEach((feature, policy) -> unseen.put(feature, policy(policy)));
    }
    return unseen;
  }

  private Map<String, LocatedExpression> policy(YamlValue value) {
    Map<String, LocatedExpression> policy = new LinkedHashMap<>();
    lines.put(value.path(), value.line());
    Optional<YamlMap> map = value.map();
    if (map.isPresent() && map.get().inBraces()) {
      // To YAML, a comma between braces ends a value, even within normal(0, 2).
      BracedExpressions.split(value.written())
          .forEach((name, source) -> policy.put(name, braced(value, name, source)));
    } else if (map.isPresent()) {
      addExpressions(map.get(), policy);
    }
    return policy;
  }

  private LocatedExpression braced(YamlValue value, String name, String source) {
    String path = value.path() + "." + name;
    lines.put(path, value.line());
    return LocatedExpression.parse(source, path, value.line(), log);
  }

  private void addExpressions(YamlMap map, Map<String, LocatedExpression> expressions) {
    map.values()
        .forEach((name, value) -> expression(value).ifPresent(e -> expressions.put(name, e)));
  }

  private Optional<LocatedExpression> expression(YamlValue value) {
    lines.put(value.path(), value.line());
    return value.text().map(text -> LocatedExpression.parse(text, value.path(), value.line(), log));
  }
}
