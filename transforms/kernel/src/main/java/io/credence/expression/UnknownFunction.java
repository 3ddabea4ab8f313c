package io.credence.expression;

import io.credence.distribution.Distributions;
import io.credence.problem.Excerpt;
import io.credence.problem.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what there is instead of a function or distribution that there is not. */
public final class UnknownFunction {

  /** A function that undoes another begins with one of these, and must not suggest it. */
  private static final List<String> INVERSES = List.of("inv", "inverse", "arc", "ar", "a");

  private UnknownFunction() {}

  /** Where a function belongs; a distribution would not do. */
  static ExpressionException function(String name, int offset) {
    return of(name, offset, false);
  }

  /** Where a distribution belongs, such as all of predict. */
  public static ExpressionException distribution(String name, int offset) {
    return of(name, offset, true);
  }

  private static ExpressionException of(String name, int offset, boolean distribution) {
    List<String> functions =
        Functions.declarations().stream().map(FunctionDeclaration::name).toList();
    String remedy = remedy(name, distribution ? Distributions.callable() : functions);
    String all =
        ". Functions: %s. Distributions: %s. credence help model explains them"
            .formatted(String.join(", ", functions), String.join(", ", Distributions.callable()));
    return new ExpressionException(
        "There is no function or distribution '%s'".formatted(Excerpt.of(name))
            + (remedy.isEmpty() ? all : remedy),
        offset);
  }

  private static String remedy(String name, Collection<String> kind) {
    Optional<String> known = OtherNames.remedy(name);
    if (known.isPresent()) {
      return known.get();
    }
    String plain = OtherNames.plain(name);
    Optional<String> spelled =
        Distributions.callable().stream()
            .filter(each -> OtherNames.plain(each).equals(plain))
            .findFirst();
    if (spelled.isPresent()) {
      return " (did you mean '%s'?)".formatted(spelled.get());
    }
    return Suggestion.didYouMean(name, candidates(plain, kind));
  }

  /** Close spellings only: another function is worse than none. */
  private static Collection<String> candidates(String plain, Collection<String> kind) {
    return kind.stream()
        .filter(
            each ->
                INVERSES.stream()
                    .noneMatch(prefix -> plain.equals(prefix + OtherNames.plain(each))))
        .filter(each -> Math.abs(each.length() - plain.length()) <= 1)
        .filter(each -> each.regionMatches(0, plain, 0, 2))
        .collect(Collectors.toList());
  }
}
