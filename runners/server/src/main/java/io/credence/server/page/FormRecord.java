package io.credence.server.page;

import io.credence.model.Feature;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The record in a form. What a person typed becomes what the same characters are in JSON. */
final class FormRecord {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  /** Numbers of JSON: 007 is none, and what has more digits is none that is read. */
  private static final Pattern KEY_WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,999})");

  private static final Pattern KEY_NUMBER =
      Pattern.compile(KEY_WHOLE + "(\\.[0-9]{1,999})?([eE][+-]?[0-9]{1,9})?");

  private static final Pattern BETWEEN_NUMBERS = Pattern.compile("\\s*,\\s*|\\s+");

  private final List<@Nullable Object> values = new ArrayList<>();

  /**
   * Reads it.
   *
   * @param keyField which follows behind the features; null when there is none
   */
  FormRecord(List<Feature> features, @Nullable String keyField, Map<String, String> form) {
    for (Feature feature : features) {
      values.add(value(feature, form.getOrDefault(PageField.name(feature.column()), "")));
    }
    if (keyField != null) {
      String key = form.getOrDefault(PageField.name(keyField), "");
      values.add(key.isEmpty() ? null : key(key));
    }
  }

  /** A number is a number, whose noise is not that of its text. */
  private static Object key(String text) {
    if (!KEY_NUMBER.matcher(text).matches()) {
      return text;
    }
    BigDecimal exact = new BigDecimal(text);
    boolean isReal = Double.isFinite(exact.doubleValue()) && !KEY_WHOLE.matcher(text).matches();
    return isReal ? (Object) exact.doubleValue() : exact;
  }

  /** A value, as {@link io.credence.predict.FieldReader} wants it. */
  @Nullable Object value(int field) {
    return values.get(field);
  }

  /** What is no value of its feature stays the text that it is, which the feature refuses. */
  private static @Nullable Object value(Feature feature, String text) {
    if (text.isEmpty() && !feature.levels().contains(text)) {
      return null;
    }
    return switch (feature.type()) {
      case STRING, TIMESTAMP -> text;
      case DOUBLE, INT -> number(text.strip());
      case BOOL -> truth(text.strip());
      case VECTOR ->
          Arrays.stream(BETWEEN_NUMBERS.split(text.strip())).map(FormRecord::number).toList();
    };
  }

  private static Object truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> number(text);
    };
  }

  private static Object number(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    return NUMBER.matcher(text).matches() ? Double.valueOf(text) : text;
  }
}
