package io.credence.model;

import static io.credence.deadletter.DeadLetterCode.MISSING_FEATURE;
import static io.credence.deadletter.DeadLetterCode.NOT_FINITE;
import static io.credence.deadletter.DeadLetterCode.OUT_OF_RANGE;
import static io.credence.deadletter.DeadLetterCode.UNSEEN_LEVEL;
import static io.credence.deadletter.DeadLetterCode.WRONG_TYPE;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.problem.Excerpt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A feature: what a model needs of a record, and which values it accepts. Immutable.
 *
 * <p>A value arrives as a plain Java object, whatever the format of the record: {@link Number},
 * {@link Boolean}, {@link CharSequence}, a date or time of {@code java.time} or a {@link List} of
 * numbers, or null when the field is absent or null.
 */
public final class Feature {

  private final String name;
  private final String column;
  private final FeatureType type;
  private final double min;
  private final double max;
  private final List<String> levels;
  private final Map<String, Integer> levelOfText = new HashMap<>();
  private final NumberLevels levelOfNumber;
  private final @Nullable Object defaultValue;
  private final boolean missingIsUnseen;
  private final @Nullable String reference;
  private final boolean acceptsNumbers;
  private final int size;
  private final @Nullable TimeScale time;

  Feature(FeatureBuilder parts) {
    this.name = parts.name;
    this.column = parts.column;
    this.type = parts.type;
    this.min = parts.min;
    this.max = parts.max;
    this.levels = List.copyOf(parts.levels);
    this.defaultValue = parts.defaultValue;
    this.missingIsUnseen = parts.missingIsUnseen;
    this.reference = parts.reference;
    this.acceptsNumbers = parts.acceptsNumbers;
    this.size = parts.size;
    this.time = parts.time;
    boolean texts = type == FeatureType.STRING;
    this.levelOfNumber = new NumberLevels(texts ? List.of() : levels);
    for (String level : texts ? levels : List.<String>of()) {
      levelOfText.put(level, levelOfText.size());
    }
  }

  /**
   * Returns a feature whose parts are known to fit together.
   *
   * @param min the smallest value that is accepted, negative infinity for no bound
   * @param max the largest value that is accepted, infinity for no bound
   * @param levels the labels of the levels; empty when the feature has none. Those of an int are
   *     whole numbers.
   * @param defaultValue what replaces a missing value; null when a missing value is rejected
   */
  public static Feature of(
      String name,
      FeatureType type,
      double min,
      double max,
      List<String> levels,
      @Nullable Object defaultValue) {
    return named(name, type).range(min, max).levels(levels).defaultValue(defaultValue).build();
  }

  /** Begins a feature of any kind. */
  public static FeatureBuilder named(String name, FeatureType type) {
    return new FeatureBuilder(name, type);
  }

  /** Its name in expressions. */
  public String name() {
    return name;
  }

  /** The name of the field of a record that holds it. */
  public String column() {
    return column;
  }

  public FeatureType type() {
    return type;
  }

  public double min() {
    return min;
  }

  public double max() {
    return max;
  }

  /** The labels of the levels, in their order; empty when the feature has none. */
  public List<String> levels() {
    return levels;
  }

  public boolean hasLevels() {
    return !levels.isEmpty();
  }

  /** How many numbers a vector has. */
  public int size() {
    return size;
  }

  /** The level that treatment coding leaves out, or null. */
  public @Nullable String reference() {
    return reference;
  }

  public @Nullable Object defaultValue() {
    return defaultValue;
  }

  /** Whether a missing level is one that the model was not trained on. */
  public boolean missingIsUnseen() {
    return missingIsUnseen;
  }

  /** Whether a record that lacks it can be scored. */
  public boolean mayBeMissing() {
    return defaultValue != null || missingIsUnseen;
  }

  /** Replaces a missing value by the default. */
  public Object present(@Nullable Object value) throws UnscorableException {
    if (value != null) {
      return value;
    }
    if (defaultValue == null) {
      throw rejected(MISSING_FEATURE, "is missing and has no default");
    }
    return defaultValue;
  }

  /**
   * The value as a number, for every type but STRING and VECTOR.
   *
   * @throws UnscorableException when it has the wrong type, is not finite or out of range
   */
  public double number(Object value) throws UnscorableException {
    double number =
        switch (type) {
          case BOOL -> truth(value);
          case TIMESTAMP -> timeNumber(value);
          default -> real(value);
        };
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw rejected(NOT_FINITE, "must be finite, but is " + number);
    }
    if (type == FeatureType.INT && number != Math.rint(number)) {
      throw rejected(WRONG_TYPE, "must be a whole number, but is " + number);
    }
    if (number < min || number > max) {
      throw rejected(OUT_OF_RANGE, "must be " + range() + ", but is " + number);
    }
    return number;
  }

  /**
   * The value as numbers, for type VECTOR.
   *
   * @param out receives them; as many as {@link #size}
   * @throws UnscorableException when it is no list of so many finite numbers
   */
  public void vector(Object value, double[] out) throws UnscorableException {
    if (!(value instanceof List<?> list)) {
      throw wrongType("a list of " + size + " numbers", value);
    }
    if (list.size() != size) {
      throw rejected(
          WRONG_TYPE, "must be a list of %s numbers, but has %s".formatted(size, list.size()));
    }
    for (int i = 0; i < size; i++) {
      if (!(list.get(i) instanceof Number number)) {
        throw rejected(
            WRONG_TYPE,
            "must be a list of numbers, but has %s at position %s"
                .formatted(Excerpt.of(String.valueOf(list.get(i))), i));
      }
      out[i] = number.doubleValue();
      if (!Double.isFinite(out[i])) {
        throw rejected(NOT_FINITE, "must be finite, but is %s at position %s".formatted(out[i], i));
      }
    }
  }

  private double timeNumber(Object value) throws UnscorableException {
    TimeScale scale = Objects.requireNonNull(time);
    return scale.number(
        TimeScale.time(value)
            .orElseThrow(() -> wrongType("a date or time, such as 2024-03-01T12:30:00Z", value)));
  }

  /** The level of a number, or {@link Inputs#UNSEEN}. */
  public int level(double number) {
    return levelOfNumber.of(number);
  }

  /** The level of a text, or {@link Inputs#UNSEEN}. */
  public int level(String text) {
    return levelOfText.getOrDefault(text, Inputs.UNSEEN);
  }

  /** Says that a record has a level that the model was not trained on. */
  public UnscorableException unseen(String label) {
    return rejected(
        UNSEEN_LEVEL,
        "has the level %s, which the model was not trained on".formatted(Excerpt.of(label)));
  }

  /** The value as a text, for type STRING. */
  public String text(Object value) throws UnscorableException {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    throw wrongType("a text", value);
  }

  /** How a time becomes a number; null for every type but TIMESTAMP. */
  public @Nullable TimeScale time() {
    return time;
  }

  /** Whether a bool may arrive as 1 or 0. */
  public boolean acceptsNumbers() {
    return acceptsNumbers;
  }

  private double real(Object value) throws UnscorableException {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrongType(type == FeatureType.INT ? "a whole number" : "a number", value);
  }

  private double truth(Object value) throws UnscorableException {
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    if (acceptsNumbers
        && value instanceof Number number
        && (number.doubleValue() == 0 || number.doubleValue() == 1)) {
      return number.doubleValue();
    }
    throw wrongType(acceptsNumbers ? "true, false, 1 or 0" : "true or false", value);
  }

  private UnscorableException wrongType(String wanted, Object value) {
    String limited = Excerpt.of(value.toString());
    String shown = value instanceof CharSequence ? "the text '" + limited + "'" : limited;
    return rejected(WRONG_TYPE, "must be " + wanted + ", but is " + shown);
  }

  private String range() {
    if (max == Double.POSITIVE_INFINITY) {
      return ">= " + min;
    }
    return min == Double.NEGATIVE_INFINITY ? "<= " + max : "from " + min + " to " + max;
  }

  private UnscorableException rejected(DeadLetterCode code, String complaint) {
    return new UnscorableException(code, "Feature '" + name + "' " + complaint, name);
  }
}
