package io.credence.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.credence.problem.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each message says what must hold, what was seen and where, and what to do. */
class RefusedFilesTest {

  @Test
  void reportsAllFaultsTogether() {
    PosteriorException refused = refused("unusable.nc");

    assertThat(refused.problems())
        .extracting(Problem::message)
        .satisfiesExactly(
            p -> assertThat(p).contains("/posterior/text must hold numbers, but holds text"),
            p -> assertThat(p).contains("/posterior/halfway must have both", "[draw]"));
    assertThat(refused).hasMessageStartingWith("unusable.nc cannot be used, for 2 reasons:\n  - ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"greek-netcdf4.nc", "greek-h5netcdf.nc"})
  void refusesNamesThatCollide(String file) {
    assertThat(refused(file))
        .hasMessageContaining("names in /posterior/ must be ASCII")
        .hasMessageContaining("such as β to beta");
  }

  @Test
  void refusesBlocksThatWereNeverWritten() {
    assertThat(refused("missing-blocks.nc").problems())
        .extracting(Problem::message)
        .satisfiesExactly(
            p -> assertThat(p).contains("/posterior/mu", "the block at [1, 0] is missing"),
            p -> assertThat(p).contains("/posterior/never", "none was ever written"));
  }

  @Test
  void takesNoMemoryForWhatTheFileCannotHold() {
    assertThat(refused("too-large.nc").problems())
        .extracting(Problem::message)
        .satisfiesExactly(
            p -> assertThat(p).contains("/posterior/mu must take at most 2147483647 bytes"),
            p -> assertThat(p).contains("/posterior/tau claims 1600000000 bytes"));
  }

  @Test
  void refusesWhatWouldComeInTheWrongOrder() {
    assertThat(refused("latest-unlimited.nc")).hasMessageContaining("wrong order");
  }

  @Test
  void refusesOtherCompressions() {
    assertThat(refused("scale-offset.nc"))
        .hasMessageContaining("/posterior/mu is compressed in a way that cannot be read here")
        .hasMessageContaining("zlib");
  }

  @Test
  void refusesLabelsThatDifferBetweenGroups() {
    assertThat(refused("other-labels.nc"))
        .hasMessageContaining("/constant_data/k must have the labels")
        .hasMessageContaining("[a, b, c], but has [a, c, b]");
  }

  @Test
  void refusesDimensionsOfAnotherLengthThanTheirLabels() {
    assertThat(refused("other-length.nc").problems())
        .extracting(Problem::message)
        .containsExactly(
            "constant `width` must have as many positions on dimension `s` as its coordinate has"
                + " labels, which is 3, but has 2. Rename the dimension of one of the two, or save"
                + " the labels that belong to it");
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    assertThat(refused("unlike.nc").problems())
        .extracting(Problem::message)
        .satisfiesExactly(
            p -> assertThat(p).contains("/posterior/k must have labels that can be read as UTF-8"),
            p -> assertThat(p).contains("/posterior/bytes must use the type it means", "_Unsigned"),
            p -> assertThat(p).contains("/posterior/other", "(2 chains of 5)", "1 chains of 4"));
  }

  @Test
  void refusesDimensionsWithoutNames() {
    assertThat(refused("unnamed-dimensions.h5"))
        .hasMessageContaining("/posterior/mu must have a name for each of its 2 dimensions");
  }

  @Test
  void saysWhichGroupsThereAre() {
    assertThat(refused("no-posterior.nc"))
        .hasMessageContaining("must have a group `posterior`, but has only observed_data, prior");
  }

  @Test
  void saysHowToLeaveNetCdf3() {
    assertThat(refused("classic.nc"))
        .hasMessageContaining("must be NetCDF-4, but it is NetCDF-3")
        .hasMessageContaining("engine=\"h5netcdf\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mu,tau\n1.0,2.0\n", "CDF\7", "\u0089HDF"})
  void namesWhatIsSupported(String text) {
    byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);

    assertThat(refused("draws.csv", content))
        .hasMessageStartingWith("draws.csv: a posterior must be a NetCDF-4 file (HDF5)");
  }

  private static PosteriorException refused(String file) {
    return refused(file, Files.own(file));
  }

  private static PosteriorException refused(String name, byte[] content) {
    return catchThrowableOfType(PosteriorException.class, () -> Posterior.read(name, content));
  }
}
