package io.credence.yaml;

import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value of a YAML document with the place where it stands. Each accessor reports a problem, and
 * yields nothing, when the value has another type.
 */
public final class YamlValue {

  /** Eight times less to readers of YAML 1.1, such as PyYAML. */
  private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-9]+");

  private final Node node;
  private final String path;
  private final YamlSource source;
  private final Problems log;

  /**
   * A value.
   *
   * @param path its keys, such as {@code features.x.min}
   * @param source the whole document
   */
  YamlValue(Node node, String path, YamlSource source, Problems log) {
    this.node = node;
    this.path = path;
    this.source = source;
    this.log = log;
  }

  /** The keys that lead to it. */
  public String path() {
    return path;
  }

  /** Where it begins, from 1. */
  public int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /** Reports a problem of it. */
  public void report(String message) {
    log.add(line(), Excerpt.of(path) + " " + message);
  }

  /** Any scalar but null, as it is written. */
  public Optional<String> text() {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return Optional.of(scalar.getValue());
    }
    report("must be a text, but is " + kind());
    return Optional.empty();
  }

  /** A finite or infinite number. */
  public Optional<Double> number() {
    if (isNumber() && node instanceof ScalarNode scalar) {
      Double number = parseNumber(scalar.getValue());
      if (number != null) {
        return Optional.of(number);
      }
    }
    report("must be a decimal number that a double can hold, but is " + kind());
    return Optional.empty();
  }

  /** A scalar as Double, Boolean or String. */
  public Optional<Object> scalar() {
    if (isNumber()) {
      return number().map(number -> number);
    }
    if (node.getTag().equals(Tag.BOOL) && node instanceof ScalarNode scalar) {
      return Optional.of(Boolean.valueOf(scalar.getValue()));
    }
    if (!isScalar()) {
      report("must be a single value, but is " + kind());
      return Optional.empty();
    }
    return text().map(text -> text);
  }

  /** Whether it is a single value. */
  public boolean isScalar() {
    return node instanceof ScalarNode;
  }

  /** Whether it is a list. */
  public boolean isSequence() {
    return node instanceof SequenceNode;
  }

  /** Whether it is written as {@code {key: value, …}}. */
  public boolean isInBraces() {
    return node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.FLOW;
  }

  /** The elements of a list. */
  public List<YamlValue> elements() {
    List<YamlValue> elements = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node element : sequence.getValue()) {
        elements.add(new YamlValue(element, path, source, log));
      }
    } else {
      report("must be a list, but is " + kind());
    }
    return elements;
  }

  /** Its keys and values. */
  public Optional<YamlMap> map() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new YamlMap(mapping, path, source, log));
    }
    report("must have keys and values, but is " + kind());
    return Optional.empty();
  }

  /** The text of this value as it stands in the document, with braces and all. */
  public String written() {
    Optional<Mark> start = node.getStartMark();
    Optional<Mark> end = node.getEndMark();
    if (start.isEmpty() || end.isEmpty()) {
      return "";
    }
    int from = start.get().getIndex();
    return source.text(from, end.get().getIndex());
  }

  private boolean isNumber() {
    return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
  }

  private static @Nullable Double parseNumber(String text) {
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      case ".nan" -> null;
      default -> parsePlain(text);
    };
  }

  private static @Nullable Double parsePlain(String text) {
    if (OCTAL.matcher(text).matches()) {
      return null;
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isInfinite(number) ? null : number;
    } catch (NumberFormatException e) {
      // Such as 0x1F, which YAML has for a number.
      return null;
    }
  }

  private String kind() {
    if (node instanceof MappingNode) {
      return "keys and values";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    String value = ((ScalarNode) node).getValue();
    return node.getTag().equals(Tag.NULL) ? "empty" : "'" + Excerpt.of(value) + "'";
  }
}
