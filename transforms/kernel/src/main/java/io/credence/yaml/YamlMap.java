package io.credence.yaml;

import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import io.credence.problem.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys and values of a YAML mapping, in their order. Reports keys that are given twice. */
public final class YamlMap {

  private final String path;
  private final YamlSource source;
  private final Problems log;
  private final int line;
  private final Map<String, YamlValue> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  /**
   * The content of a mapping.
   *
   * @param path its keys; empty for the whole document
   */
  YamlMap(MappingNode node, String path, YamlSource source, Problems log) {
    this.path = path;
    this.source = source;
    this.log = log;
    this.line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        log.add(line, where() + "has a key that is no text");
        continue;
      }
      int keyLine = key.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
      String name = key.getValue();
      if (values.containsKey(name)) {
        log.add(keyLine, where() + "has '" + Excerpt.of(name) + "' twice");
      }
      String valuePath = path.isEmpty() ? name : path + "." + name;
      values.put(name, new YamlValue(tuple.getValueNode(), valuePath, source, log));
      lines.put(name, keyLine);
    }
  }

  /** All of them, in their order. */
  public Map<String, YamlValue> values() {
    return values;
  }

  /** The value of a key, if it has one. */
  public Optional<YamlValue> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value of a key, which is reported when it is missing. */
  public Optional<YamlValue> require(String key, String example) {
    if (!values.containsKey(key)) {
      log.add(line, where() + "needs '" + key + "', for example " + example);
    }
    return get(key);
  }

  /** Reports every key that is not among these. */
  public void allowOnly(List<String> keys) {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(keys);
    for (String key : unknown) {
      log.add(
          lines.getOrDefault(key, line),
          where()
              + "has no '%s'%s; there are: %s"
                  .formatted(
                      Excerpt.of(key), Suggestion.didYouMean(key, keys), String.join(", ", keys)));
    }
  }

  private String where() {
    return path.isEmpty() ? "The " + source.noun() + " " : Excerpt.of(path) + " ";
  }
}
