package io.credence.folder;

import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads model.yaml. The YAML is only taken apart into nodes, and never made into objects, so a file
 * cannot name classes to be loaded.
 */
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

  /** Of let, and of draw; a regression of ten thousand coefficients is one dot. */
  private static final int MAX_STEPS = 5_000;

  /** Of all features together. */
  private static final int MAX_POLICIES = 1_000;

  private static final int MAX_NAME = 100;

  static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,99}");

  /** What backquotes can hold. */
  private static final Pattern ANY_NAME = Pattern.compile("[^`\\p{C}]{1,100}");

  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,99}");

  private static final Pattern FORMAT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+/-]{0,99}");

  /** Neither a path nor hidden, and without what a person would not see or see elsewhere. */
  private static final Pattern FILE_NAME =
      Pattern.compile("[^./\\\\\\p{C}\\p{Zl}\\p{Zp}][^/\\\\\\p{C}\\p{Zl}\\p{Zp}]{0,254}");

  private static final int MAX_QUOTED = 200;

  private final Problems log;
  private final Map<String, Integer> lines = new HashMap<>();
  private boolean tooLarge;
  private final Set<String> faulty = new HashSet<>();

  private ModelYamlReader(Problems log) {
    this.log = log;
  }

  /** Reads the file, or reports why it is no model at all. */
  static @Nullable ModelYaml read(byte[] content, Problems log) {
    try {
      String text =
          BracketedKeys.quoted(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(FILE)
              .setUseMarks(true)
              .setSchema(new CoreSchema())
              .build();
      YamlDepth.check(settings, text);
      Node root = new Compose(settings).composeString(text).orElse(null);
      if (root instanceof MappingNode mapping) {
        return new ModelYamlReader(log)
            .read(new YamlMap(mapping, "", text.codePoints().toArray(), log));
      }
      log.add(1, "A model has keys and values, such as name: my-model");
    } catch (CharacterCodingException e) {
      log.add("It is no text in UTF-8");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      String problem = Excerpt.of(e.getProblem(), MAX_QUOTED);
      log.add(line, "It is no valid YAML: " + problem + hint(e.getProblem()));
    } catch (YamlEngineException e) {
      log.add("It is no valid YAML: " + Excerpt.of(String.valueOf(e.getMessage()), MAX_QUOTED));
    }
    return null;
  }

  private static String hint(String problem) {
    if (problem.startsWith("expected ',' or '}'")) {
      return " (within braces, an expression such as \"beta[category]\" needs quotes)";
    }
    return problem.contains("block end") || problem.contains("mapping values are not allowed")
        ? " (is this line indented like those that it belongs to?)"
        : "";
  }

  private @Nullable ModelYaml read(YamlMap root) {
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
    Map<String, LocatedExpression> let = steps(root, "let");
    Map<String, LocatedExpression> draw = steps(root, "draw");
    Optional<YamlValue> format = root.get("format");
    if (format.isPresent()) {
      EXPRESSIONS.forEach(key -> root.get(key).ifPresent(ModelYamlReader::refuseBesideFormat));
    }
    OutputsYaml outputs = new OutputsYaml(root, log, this::addExpressions, this::expression);
    Map<String, Map<String, LocatedExpression>> unseen = unseen(root.get("unseen"));
    if (tooLarge) {
      // What is left out would be missed all over.
      return null;
    }
    return new ModelYaml(
        name,
        version,
        posterior,
        features,
        outputs.names(),
        format.isEmpty() ? null : matching(format, FORMAT, "letters, digits and . _ + / -"),
        let,
        draw,
        outputs.predict(),
        outputs.predictions(),
        unseen,
        fileName(root.get("verify")),
        GatesYaml.read(root.get("gates"), outputs.names()),
        faulty,
        lines);
  }

  private Map<String, LocatedExpression> steps(YamlMap root, String key) {
    Map<String, LocatedExpression> steps = new LinkedHashMap<>();
    root.get(key).ifPresent(value -> addExpressions(value, steps));
    steps.forEach((step, located) -> requireName(step, key + "." + step, located.line()));
    root.get(key).ifPresent(value -> requireFew(value, steps.size(), MAX_STEPS));
    return steps;
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

  static String matching(Optional<YamlValue> value, Pattern pattern, String allowed) {
    Optional<String> text = value.flatMap(YamlValue::text);
    if (value.isPresent() && text.isPresent() && !pattern.matcher(text.get()).matches()) {
      value
          .get()
          .report(
              "must consist of %s%s, but is '%s'"
                  .formatted(allowed, limit(text.get()), Excerpt.of(text.get())));
    }
    return text.orElse("");
  }

  /** Said only where it is the point. */
  private static String limit(String name) {
    return name.length() > MAX_NAME ? ", at most " + MAX_NAME : "";
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
    if (!FILE_NAME.matcher(text).matches()) {
      value
          .get()
          .report(
              "must be the name of a file in the same folder, but is '%s'"
                  .formatted(Excerpt.of(text)));
      return null;
    }
    if (text.endsWith(".zarr")) {
      value
          .get()
          .report(
              ("is a Zarr store, but only NetCDF-4 can be read; xarray.open_datatree(\"%s\","
                      + " engine=\"zarr\").to_netcdf(\"posterior.nc\", engine=\"h5netcdf\")"
                      + " converts it")
                  .formatted(Excerpt.of(text)));
      return null;
    }
    return text;
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
                requireName(name, feature.path(), feature.line());
                features.add(FeatureYamlReader.read(name, feature));
                if (log.count() > before) {
                  faulty.add(name);
                }
              });
    }
    return features;
  }

  private Map<String, Map<String, LocatedExpression>> unseen(Optional<YamlValue> value) {
    Map<String, Map<String, LocatedExpression>> unseen = new LinkedHashMap<>();
    Optional<YamlMap> map = value.flatMap(YamlValue::map);
    if (map.isPresent()) {
      map.get().values().forEach((feature, policy) -> unseen.put(feature, policy(policy)));
    }
    int policies = unseen.size() + unseen.values().stream().mapToInt(Map::size).sum();
    value.ifPresent(found -> requireFew(found, policies, MAX_POLICIES));
    return unseen;
  }

  /** What takes a look at each for each other one must not take minutes. */
  private void requireFew(YamlValue value, int expressions, int most) {
    if (expressions > most) {
      tooLarge = true;
      value.report("must have at most %s expressions, but has %s".formatted(most, expressions));
    }
  }

  private Map<String, LocatedExpression> policy(YamlValue value) {
    Map<String, LocatedExpression> policy = new LinkedHashMap<>();
    lines.put(value.path(), value.line());
    addExpressions(value, policy);
    return policy;
  }

  private void addExpressions(YamlValue value, Map<String, LocatedExpression> expressions) {
    if (value.isInBraces()) {
      // To YAML, a comma between braces ends a value, even within normal(0, 2).
      for (BracedExpressions.Entry entry : BracedExpressions.split(value.written())) {
        if (expressions.containsKey(entry.name())) {
          value.report("has '" + Excerpt.of(entry.name()) + "' twice");
        }
        expressions.put(entry.name(), braced(value, entry.name(), entry.source()));
      }
      return;
    }
    Optional<YamlMap> map = value.map();
    if (map.isPresent()) {
      map.get()
          .values()
          .forEach((name, each) -> expression(each).ifPresent(e -> expressions.put(name, e)));
    }
  }

  /** An expression could not use any other name. */
  private void requireName(String name, String path, int line) {
    if (!ANY_NAME.matcher(name).matches()) {
      log.add(
          line,
          Excerpt.of(path)
              + ": The name must have 1 to 100 characters, and no backquote among them");
    }
  }

  private LocatedExpression braced(YamlValue value, String name, String source) {
    String path = value.path() + "." + name;
    lines.put(path, value.line());
    return LocatedExpression.parse(source, path, value.line(), log);
  }

  private Optional<LocatedExpression> expression(YamlValue value) {
    lines.put(value.path(), value.line());
    return value.text().map(text -> LocatedExpression.parse(text, value.path(), value.line(), log));
  }
}
