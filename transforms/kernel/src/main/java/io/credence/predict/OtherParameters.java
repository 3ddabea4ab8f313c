package io.credence.predict;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What other tools call the parameters of distributions. */
final class OtherParameters {

  /** For each, what it may be called here; the first one that the distribution has is meant. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("sd", List.of("sigma")),
          Map.entry("std", List.of("sigma")),
          Map.entry("stdev", List.of("sigma")),
          Map.entry("stddev", List.of("sigma")),
          Map.entry("sdlog", List.of("sigma")),
          Map.entry("scale", List.of("sigma", "s", "b", "beta")),
          Map.entry("loc", List.of("mu", "alpha")),
          Map.entry("location", List.of("mu", "alpha")),
          Map.entry("mean", List.of("mu")),
          Map.entry("meanlog", List.of("mu")),
          Map.entry("precision", List.of("tau", "lam")),
          Map.entry("prec", List.of("tau", "lam")),
          Map.entry("rate", List.of("lam", "beta", "mu")),
          Map.entry("lambda", List.of("lam", "mu")),
          Map.entry("shape", List.of("alpha")),
          Map.entry("concentration", List.of("alpha", "kappa")),
          Map.entry("df", List.of("nu")),
          Map.entry("prob", List.of("p")),
          Map.entry("probs", List.of("p")),
          Map.entry("logit", List.of("logit_p")),
          Map.entry("logits", List.of("logit_p")),
          Map.entry("size", List.of("n")),
          Map.entry("trials", List.of("n")),
          Map.entry("total_count", List.of("n")),
          Map.entry("cutoffs", List.of("cutpoints")),
          Map.entry("covariance_matrix", List.of("cov")),
          Map.entry("scale_tril", List.of("chol")));

  /** Where a name means something else: a scale that is 1 / beta, a mean that is not mu. */
  private static final Set<String> OTHER_MEANING =
      Set.of(
          "gamma.scale",
          "hurdle_gamma.scale",
          "beta.scale",
          "lognormal.mean",
          "lognormal.sd",
          "lognormal.std",
          "hurdle_lognormal.mean",
          "hurdle_lognormal.sd",
          "hurdle_lognormal.std",
          "skew_normal.mean",
          "skew_normal.sd");

  private OtherParameters() {}

  /**
   * For messages, such as {@code (it is called 'sigma' here)}; empty where none is known.
   *
   * @param names the parameters that the distribution has
   */
  static String remedy(String distribution, String name, List<String> names) {
    if (OTHER_MEANING.contains(distribution + "." + name)) {
      return "";
    }
    return NAMES.getOrDefault(name, List.of()).stream()
        .filter(names::contains)
        .findFirst()
        .map(" (it is called '%s' here)"::formatted)
        .orElse("");
  }
}
