package io.credence.server.refusal;

import io.credence.deadletter.UnscorableException;
import io.credence.problem.Excerpt;
import io.credence.problem.Suggestion;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Says why a request is not answered as it wished. Without a stack trace: it is about the request,
 * and not about a fault of the program.
 */
public final class Refusal extends Exception {

  private final int status;
  private final String code;
  private final boolean passes;
  private final @Nullable String field;
  private final @Nullable String value;
  private final @Nullable String expected;

  private Refusal(
      int status,
      String code,
      boolean passes,
      String message,
      @Nullable String field,
      @Nullable String value,
      @Nullable String expected) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.passes = passes;
    this.field = field;
    this.value = value;
    this.expected = expected;
  }

  /** Of a request as a whole. */
  public static Refusal of(Code code, String message) {
    return new Refusal(code.status(), code.name(), code.passes(), message, null, null, null);
  }

  /**
   * Of a value of a field.
   *
   * @param field where it stands, such as {@code algo_param.n_samples}
   * @param value as it was given
   * @param expected what it must be, in words that follow "must be"
   */
  public static Refusal field(String field, String value, String expected) {
    String shown = Excerpt.of(value);
    return new Refusal(
        Code.WRONG_FIELD.status(),
        Code.WRONG_FIELD.name(),
        false,
        "%s must be %s, but is %s".formatted(field, expected, shown),
        field,
        shown,
        expected);
  }

  /**
   * Of a field that is none: a misspelt one would do nothing, without a word.
   *
   * @param field where it stands
   * @param name its own name
   * @param known the names that it could have
   */
  public static Refusal unknown(String field, String name, Collection<String> known) {
    String names = "one of " + String.join(", ", known);
    return new Refusal(
        Code.WRONG_FIELD.status(),
        Code.WRONG_FIELD.name(),
        false,
        "There is no field %s%s; here, a field is %s"
            .formatted(field, Suggestion.didYouMean(name, known), names),
        field,
        null,
        names);
  }

  /** Of a field that lacks. */
  public static Refusal missing(String field, String expected) {
    return new Refusal(
        Code.WRONG_FIELD.status(),
        Code.WRONG_FIELD.name(),
        false,
        "%s is missing; it must be %s".formatted(field, expected),
        field,
        null,
        expected);
  }

  /**
   * Of a record that can't be scored.
   *
   * @param field where its feature stands; null when it is the record as a whole
   * @param value of the feature; null when it has none
   * @param expected what the feature must be; null when it is the record as a whole
   */
  public static Refusal record(
      UnscorableException reason,
      @Nullable String field,
      @Nullable String value,
      @Nullable String expected) {
    return new Refusal(
        Code.WRONG_FIELD.status(),
        reason.code().name(),
        false,
        reason.reason(),
        field,
        value == null ? null : Excerpt.of(value),
        expected);
  }

  /** The status of HTTP that it is answered with. */
  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** Whether the same request may be answered a moment later. */
  public boolean passes() {
    return passes;
  }

  /** The text of the exception, never null. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  public @Nullable String field() {
    return field;
  }

  public @Nullable String value() {
    return value;
  }

  public @Nullable String expected() {
    return expected;
  }
}
