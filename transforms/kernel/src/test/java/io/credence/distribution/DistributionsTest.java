package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionsTest {

  @Test
  void unknownNamesYieldNothing() {
    assertThat(Distributions.named("Normal")).isEmpty();
  }

  @Test
  void aThreadWithoutAClassLoaderSeesThemToo() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(null);
    try {
      assertThat(Distributions.named("normal")).isPresent();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Distributions of a job's jar, where Credence itself is in Flink's lib folder. */
  @Test
  void thoseOfTheThreadsClassLoaderAreFoundThereAlone(@TempDir Path folder) throws Exception {
    Path service = folder.resolve("META-INF/services/" + Distribution.class.getName());
    Files.createDirectories(service.getParent());
    Files.writeString(service, FoundByThread.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader job = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(job);
      assertThat(Distributions.named("found_by_thread")).containsInstanceOf(FoundByThread.class);
      thread.setContextClassLoader(before);
      assertThat(Distributions.named("found_by_thread")).isEmpty();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Public, as services must be. */
  public static final class FoundByThread extends Renamed {
    public FoundByThread() {
      super("found_by_thread");
    }
  }

  @Test
  void whatCannotBeLoadedIsRefusedByName(@TempDir Path folder) throws Exception {
    Path service = folder.resolve("META-INF/services/" + Distribution.class.getName());
    Files.createDirectories(service.getParent());
    Files.writeString(service, "example.Missing");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader job = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(job);
      assertThatIllegalStateException()
          .isThrownBy(Distributions::names)
          .withMessageStartingWith("A distribution can't be loaded: ")
          .withMessageContaining("example.Missing");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** A class of its own, with the name of another distribution. */
  private static final class OtherNormal extends Renamed {
    OtherNormal() {
      super("normal");
    }
  }

  @Test
  void twoOfOneNameAreRefusedWithBothClasses() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Distributions.byName(List.of(new Normal(), new OtherNormal())))
        .withMessage(
            "Two distributions are named 'normal': io.credence.distribution.Normal and "
                + "io.credence.distribution.DistributionsTest$OtherNormal. "
                + "Take one off the class path, or rename it");
  }

  @Test
  void namesAreAsModelsWriteThem() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Distributions.byName(List.of(new Renamed("My Dist"))))
        .withMessageContaining("but its name is 'My Dist'");
  }

  // pymc 5.28.5, by inspect.signature of each dist; defaults where PyMC has them. What PyMC takes
  // by
  // keyword alone is a parametrisation of its own.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "normal; REAL; mu=0, sigma=1 | mu=0, tau",
        "lognormal; POSITIVE; mu=0, sigma=1 | mu=0, tau",
        "student_t; REAL; nu, mu=0, sigma=1 | nu, mu=0, lam",
        "gamma; POSITIVE; alpha, beta | mu, sigma",
        "inverse_gamma; POSITIVE; alpha, beta=1 | mu, sigma",
        "beta; UNIT_INTERVAL; alpha, beta | mu, sigma | mu, nu",
        "exponential; NON_NEGATIVE; lam=1 | scale",
        "weibull; NON_NEGATIVE; alpha, beta",
        "laplace; REAL; mu, b",
        "cauchy; REAL; alpha, beta",
        "half_cauchy; NON_NEGATIVE; beta",
        "half_normal; NON_NEGATIVE; sigma=1 | tau",
        "half_student_t; NON_NEGATIVE; nu, sigma=1 | nu, lam",
        "uniform; REAL; lower=0, upper=1",
        "triangular; REAL; lower=0, upper=1, c=0.5",
        "gumbel; REAL; mu, beta",
        "skew_normal; REAL; alpha=1, mu=0, sigma=1 | alpha=1, mu=0, tau",
        "von_mises; REAL; mu=0, kappa=1",
        "beta_binomial; COUNT; alpha, beta, n",
        "logistic; REAL; mu=0, s=1",
        "pareto; POSITIVE; alpha, m",
        "wald; REAL; mu, lam=1, alpha=0 | mu, phi, alpha=0 | lam, phi, alpha=0",
        "chi_squared; POSITIVE; nu",
        "bernoulli; COUNT; p | logit_p",
        "binomial; COUNT; n, p | n, logit_p",
        "poisson; COUNT; mu",
        "negative_binomial; COUNT; mu, alpha | n, p",
        "geometric; COUNT; p",
        "discrete_uniform; INTEGER; lower, upper",
        "zero_inflated_poisson; COUNT; psi, mu",
        "zero_inflated_binomial; COUNT; psi, n, p",
        "zero_inflated_negative_binomial; COUNT; psi, mu, alpha | psi, n, p",
        "hurdle_poisson; COUNT; psi, mu",
        "hurdle_negative_binomial; COUNT; psi, mu, alpha | psi, n, p",
        "hurdle_gamma; NON_NEGATIVE; psi, alpha, beta | psi, mu, sigma",
        "hurdle_lognormal; NON_NEGATIVE; psi, mu=0, sigma=1 | psi, mu=0, tau",
      })
  void parametersStandInTheOrderOfPyMc(String name, Support support, String parameters) {
    Distribution distribution = Distributions.named(name).orElseThrow();
    List<String> found =
        distribution.parametrisations().stream()
            .map(each -> each.parameters().stream().map(DistributionsTest::written))
            .map(each -> each.collect(Collectors.joining(", ")))
            .toList();
    assertThat(String.join(" | ", found)).isEqualTo(parameters);
    assertThat(distribution.support()).isEqualTo(support);
    assertThat(distribution.description()).isNotBlank();
  }

  private static String written(Parameter parameter) {
    OptionalDouble value = parameter.defaultValue();
    String text = value.isEmpty() ? "" : "=" + value.getAsDouble();
    return parameter.name() + text.replaceAll("\\.0$", "");
  }

  @Test
  void listTheirDeclarations() {
    assertThat(Distributions.listing())
        .contains(
            new DistributionEntry(
                "gamma",
                List.of("gamma(alpha, beta)", "gamma(mu, sigma)"),
                List.of(
                    "alpha > 0 and finite",
                    "beta > 0 and finite",
                    "mu > 0 and finite",
                    "sigma > 0 and finite"),
                "numbers above 0",
                "shape alpha and rate beta, or mean mu and standard deviation sigma"),
            new DistributionEntry(
                "triangular",
                List.of("triangular(lower = 0, upper = 1, c = 0.5)"),
                List.of("lower finite", "upper finite", "c finite"),
                "any number",
                "between lower and upper, with mode c"));
  }

  @Test
  void documentationListsThemAsTheyDeclareThemselves() throws Exception {
    List<String> rows =
        Distributions.listing().stream()
            .map(
                each ->
                    each.signatures().stream()
                            .map(signature -> "`" + signature + "`")
                            .collect(Collectors.joining(", ", "| ", " | "))
                        + each.values()
                        + " | "
                        + each.description()
                        + " |")
            .toList();
    assertThat(Files.readAllLines(Path.of("../../docs/model-folder.md"))).containsSequence(rows);
  }
}
