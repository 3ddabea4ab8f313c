package io.credence.posterior;

import io.jhdf.api.Attribute;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Attributes as values: writers store one number or text now as a scalar, now as an array of one.
 */
final class Attributes {

  private Attributes() {}

  static boolean has(Node node, String name) {
    return node.getAttribute(name) != null;
  }

  static Optional<String> text(Node node, String name) {
    return single(node, name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  static OptionalDouble number(Node node, String name) {
    return single(node, name) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  /** The attribute's data as the library gives them, or null. */
  static @Nullable Object data(Node node, String name) {
    Attribute attribute = node.getAttribute(name);
    return attribute == null ? null : attribute.getData();
  }

  private static @Nullable Object single(Node node, String name) {
    Object data = data(node, name);
    if (data != null && data.getClass().isArray()) {
      return Array.getLength(data) == 1 ? Array.get(data, 0) : null;
    }
    return data;
  }
}
