package io.credence.evaluation;

import io.credence.model.Output;
import io.credence.problem.Excerpt;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the labels of an output: finite numbers; whole numbers, or true and false as 1 and 0; or
 * the labels of classes, which become their numbers from 0. Immutable.
 */
public final class LabelReader {

  /** Says that a label is none that its output can have. */
  public static final class InvalidLabelException extends Exception {

    private static final long serialVersionUID = 1;

    InvalidLabelException(String message) {
      super(message, null, false, false);
    }
  }

  private final Output output;
  private final Map<String, Integer> numbers = new HashMap<>();

  private LabelReader(Output output) {
    this.output = output;
    for (String label : output.classes()) {
      numbers.put(label, numbers.size());
    }
  }

  /** A reader of the labels of an output. */
  public static LabelReader of(Output output) {
    return new LabelReader(output);
  }

  /** What a label must be, in words: a finite number, a whole number, one of the classes. */
  public String expected() {
    return switch (output.kind()) {
      case CLASSES -> "one of the classes " + Excerpt.of(String.join(", ", output.classes()));
      case INTEGER -> "a whole number";
      case REAL -> "a finite number";
    };
  }

  /**
   * Reads a label.
   *
   * @param value as a {@link io.credence.predict.FieldReader} has it
   * @return NaN where there is none: null, or NaN, as pandas writes it
   * @throws InvalidLabelException when it is none that the output can have
   */
  public double read(@Nullable Object value) throws InvalidLabelException {
    if (value == null || (value instanceof Number number && Double.isNaN(number.doubleValue()))) {
      return Double.NaN;
    }
    return switch (output.kind()) {
      case CLASSES -> classNumber(value);
      case INTEGER -> whole(value);
      case REAL -> real(value);
    };
  }

  private double real(Object value) throws InvalidLabelException {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw invalid(value);
  }

  private double whole(Object value) throws InvalidLabelException {
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    double number = real(value);
    if (number != Math.rint(number)) {
      throw invalid(value);
    }
    return number;
  }

  /**
   * A number stands for the class that is labelled with it, never for a position. Whole numbers
   * come as 1.0 where a column has missing ones, as pandas stores it.
   */
  private double classNumber(Object value) throws InvalidLabelException {
    Integer number = numbers.get(String.valueOf(value));
    if (number == null && value instanceof Number other) {
      double exact = other.doubleValue();
      number = exact == Math.rint(exact) ? numbers.get(Long.toString((long) exact)) : null;
    }
    if (number == null) {
      throw invalid(value);
    }
    return number;
  }

  private InvalidLabelException invalid(Object value) {
    return new InvalidLabelException(
        "The label of %s must be %s, but is %s"
            .formatted(output.name(), expected(), Excerpt.of(String.valueOf(value))));
  }
}
