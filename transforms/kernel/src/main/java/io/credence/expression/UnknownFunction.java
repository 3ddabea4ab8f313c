package io.credence.expression;

import io.credence.distribution.Distributions;
import io.credence.problem.Excerpt;
import io.credence.problem.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what there is instead of a function or distribution that there is not. */
public final class UnknownFunction {

  /** What other tools call it, in small letters and without underscores. */
  private static final Map<String, String> SYNONYMS =
      synonyms(
          "logistic: sigmoid invlogit expit inverselogit plogis invlogistic",
          "normal_cdf: phi normcdf normalcdf pnorm invprobit ncdf",
          "softplus: log1pexp log1pexpx",
          "log: ln",
          "pow: power",
          "max: maximum fmax pmax",
          "min: minimum fmin pmin",
          "mean: avg average",
          "dot: inner innerproduct dotproduct",
          "matmul: mm matvec",
          "where: ifelse if switch cond",
          "round: rint",
          "clip: clamp",
          "softmax: invmlogit",
          "sum: total",
          "bspline: bs splines",
          "interp: approx interp1d");

  /** An operation that needs no function. */
  private static final Map<String, String> OPERATIONS =
      Map.of(
          "square", "x ** 2",
          "cube", "x ** 3",
          "inv", "1 / x",
          "ceil", "-floor(-x)",
          "ceiling", "-floor(-x)",
          "cloglog", "log(-log1p(-x))",
          "invcloglog", "-expm1(-exp(x))",
          "cumsum", "sum",
          "log2", "log(x) / log(2)",
          "tan", "sin(x) / cos(x)");

  /** A function that undoes another begins with one of these, and must not suggest it. */
  private static final List<String> INVERSES = List.of("inv", "inverse", "arc", "ar", "a");

  private UnknownFunction() {}

  private static Map<String, String> synonyms(String... lines) {
    Map<String, String> synonyms = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split(": ", -1);
      for (String synonym : parts[1].split(" ", -1)) {
        synonyms.put(synonym, parts[0]);
      }
    }
    return synonyms;
  }

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
    return new ExpressionException(
        "There is no function or distribution '%s'%s. Functions: %s. Distributions: %s"
            .formatted(
                Excerpt.of(name),
                remedy(name, distribution ? Distributions.callable() : functions),
                String.join(", ", functions),
                String.join(", ", Distributions.callable())),
        offset);
  }

  private static String remedy(String name, Collection<String> kind) {
    String plain = plain(name);
    String synonym = SYNONYMS.get(plain);
    if (synonym != null) {
      return " (it is called '%s' here)".formatted(synonym);
    }
    String operation = OPERATIONS.get(plain);
    if (operation != null) {
      return " (write %s)".formatted(operation);
    }
    Optional<String> spelled =
        Distributions.callable().stream().filter(each -> plain(each).equals(plain)).findFirst();
    if (spelled.isPresent()) {
      return " (did you mean '%s'?)".formatted(spelled.get());
    }
    return Suggestion.didYouMean(name, candidates(plain, kind));
  }

  /** Close spellings only: another function is worse than none. */
  private static Collection<String> candidates(String plain, Collection<String> kind) {
    return kind.stream()
        .filter(each -> INVERSES.stream().noneMatch(prefix -> plain.equals(prefix + plain(each))))
        .filter(each -> Math.abs(each.length() - plain.length()) <= 1)
        .filter(each -> each.regionMatches(0, plain, 0, 2))
        .collect(Collectors.toList());
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "");
  }
}
