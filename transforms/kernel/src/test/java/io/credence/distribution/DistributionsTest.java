package io.credence.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionsTest {

  @Test
  void areThreeSoFar() {
    assertThat(Distributions.names()).containsExactly("lognormal", "normal", "student_t");
  }

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

  // pymc 5: pm.Normal.dist(mu=0, sigma=None → 1, tau=None), pm.LogNormal.dist likewise,
  // pm.StudentT.dist(nu, mu=0, *, sigma=None → 1, lam=None), by inspect.signature.
  @ParameterizedTest
  @CsvSource({
    "normal,'mu, sigma | mu, tau'",
    "lognormal,'mu, sigma | mu, tau'",
    "student_t,'nu, mu, sigma | nu, mu, lam'"
  })
  void parametersStandInTheOrderOfPyMc(String distribution, String parameters) {
    List<String> names =
        Distributions.named(distribution).orElseThrow().parametrisations().stream()
            .map(each -> String.join(", ", each.names()))
            .toList();
    assertThat(String.join(" | ", names)).isEqualTo(parameters);
  }

  @Test
  void onlyTheDegreesOfFreedomMustBeGiven() {
    List<Parameter> parameters =
        Distributions.named("student_t").orElseThrow().parametrisations().get(0).parameters();
    assertThat(parameters)
        .extracting(Parameter::defaultValue)
        .containsExactly(OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.of(1));
  }

  @ParameterizedTest
  @CsvSource({"normal,REAL", "lognormal,POSITIVE", "student_t,REAL"})
  void supportsAreTheSetsOfTheirValues(String distribution, Support support) {
    assertThat(Distributions.named(distribution).orElseThrow().support()).isEqualTo(support);
  }
}
