package io.credence.expression;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What to write for what other tools have: BUGS, R, Stan, NumPy, NumPyro. */
final class OtherNames {

  /** What they call a function or distribution, in small letters and without underscores. */
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
          "interp: approx interp1d",
          "normal: gaussian gauss",
          "bernoulli: dbern",
          "poisson: dpois",
          "uniform: dunif",
          "exponential: expon dexp",
          "student_t: studentst",
          "laplace: doubleexponential ddexp",
          "inverse_gamma: invgamma",
          "chi_squared: chisquare chi2 dchisqr",
          "categorical: dcat",
          "mv_normal: multivariatenormal multinormal",
          "wald: inversegaussian");

  /** What they say in one call, and what says it here. */
  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          Map.entry("square", "x ** 2"),
          Map.entry("cube", "x ** 3"),
          Map.entry("inv", "1 / x"),
          Map.entry("ceil", "-floor(-x)"),
          Map.entry("ceiling", "-floor(-x)"),
          Map.entry("cloglog", "log(-log1p(-x))"),
          Map.entry("invcloglog", "-expm1(-exp(x))"),
          Map.entry("cumsum", "sum"),
          Map.entry("log2", "log(x) / log(2)"),
          Map.entry("tan", "sin(x) / cos(x)"),
          Map.entry("dnorm", "normal(mu, tau = …) for BUGS, which gives the precision"),
          Map.entry("dlnorm", "lognormal(mu, tau = …) for BUGS, which gives the precision"),
          Map.entry("dt", "student_t(nu, mu, lam = …) for BUGS, which has mu, precision, nu"),
          Map.entry("dgamma", "gamma(alpha, beta), of a shape and a rate"),
          Map.entry("dbeta", "beta(alpha, beta)"),
          Map.entry("dbin", "binomial(n, p); BUGS has p first"),
          Map.entry("dnegbin", "negative_binomial(n = r, p = p); BUGS has p first"),
          Map.entry("stdnormal", "normal(0, 1)"),
          Map.entry("truncatednormal", "truncated(normal(mu, sigma), lower = 0)"),
          Map.entry("poissonlog", "poisson(exp(eta))"),
          Map.entry("bernoullilogit", "bernoulli(logit_p = eta)"),
          Map.entry("binomiallogit", "binomial(n = n, logit_p = eta)"),
          Map.entry("categoricallogit", "categorical(logit_p = eta)"),
          Map.entry("negbinomial2", "negative_binomial(mu, alpha = phi)"),
          Map.entry("negativebinomial2", "negative_binomial(mu, alpha = phi)"),
          Map.entry("negbinomial2log", "negative_binomial(exp(eta), alpha = phi)"),
          Map.entry("negbinomial", "negative_binomial(mu = alpha / beta, alpha = alpha)"),
          Map.entry("multinormalcholesky", "mv_normal(mu, chol = L)"),
          Map.entry("betaproportion", "beta(mu = mu, nu = kappa)"));

  private OtherNames() {}

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

  /** Where spelling makes no difference. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** What to write, for messages, such as {@code (it is called 'logistic' here)}. */
  static Optional<String> remedy(String name) {
    String plain = plain(name);
    return Optional.ofNullable(SYNONYMS.get(plain))
        .map(" (it is called '%s' here)"::formatted)
        .or(() -> Optional.ofNullable(WRITTEN.get(plain)).map(" (write %s)"::formatted));
  }
}
