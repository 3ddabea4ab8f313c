package io.credence.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values in the files of make_fixtures.py say where they belong: 1000 element + 100 chain + draw.
 */
class LayoutsTest {

  private static final int CHAINS = 2;
  private static final int DRAWS = 5;

  @ParameterizedTest
  @CsvSource({
    "layouts.nc, usual, 3",
    "layouts.nc, scalar, 1",
    "layouts.nc, swapped, 1",
    "layouts.nc, leading, 3",
    "layouts.nc, between, 6",
    "layouts.nc, one, 1",
    "layouts-h5netcdf.nc, usual, 3",
    "layouts-h5netcdf.nc, between, 6",
    "groupless.nc, mu, 1",
    "datatree.nc, theta, 3",
    "characters.nc, theta, 3",
  })
  void bringsDrawsIntoParameterMajorOrder(String file, String name, int size) throws Exception {
    Posterior posterior = Files.readOwn(file);
    ParameterDraws variable = posterior.parameter(name).orElseThrow();

    assertThat(posterior.chains()).isEqualTo(CHAINS);
    assertThat(posterior.drawsPerChain()).isEqualTo(DRAWS);
    assertThat(posterior.draws()).isEqualTo(CHAINS * DRAWS);
    assertThat(variable.draws()).isEqualTo(CHAINS * DRAWS);
    assertThat(variable.size()).isEqualTo(size);
    assertThat(variable.values()).containsExactly(expected(size));
  }

  private static double[] expected(int size) {
    double[] values = new double[size * CHAINS * DRAWS];
    Arrays.setAll(
        values, i -> 1000 * (i / (CHAINS * DRAWS)) + 100 * (i / DRAWS % CHAINS) + i % DRAWS);
    return values;
  }

  @Test
  void keepsDimensionsInTheirOrderAndAllOfThem() throws Exception {
    Posterior posterior = Files.readOwn("layouts.nc");

    ParameterDraws between = posterior.parameter("between").orElseThrow();
    assertThat(between.dims()).containsExactly("j", "k");
    assertThat(between.shape()).containsExactly(2, 3);
    ParameterDraws one = posterior.parameter("one").orElseThrow();
    assertThat(one.dims()).containsExactly("one");
    assertThat(one.shape()).containsExactly(1);
    assertThat(posterior.parameter("scalar").orElseThrow().dims()).isEmpty();
  }

  @Test
  void listsParametersAsTheyLieInTheFile() throws Exception {
    assertThat(Files.readOwn("layouts.nc").parameters())
        .extracting(ParameterDraws::name)
        .containsExactly(
            "usual",
            "scalar",
            "swapped",
            "leading",
            "between",
            "one",
            "flag",
            "whole",
            "small",
            "packed",
            "unsigned");
  }

  @ParameterizedTest
  @ValueSource(strings = {"layouts.nc", "layouts-h5netcdf.nc"})
  void turnsEveryNumericTypeIntoDoubles(String file) throws Exception {
    Posterior posterior = Files.readOwn(file);

    assertThat(values(posterior, "flag")).containsExactly(1, 0, 0, 1, 0, 0, 1, 0, 0, 1);
    assertThat(values(posterior, "whole")).containsExactly(-5, -4, -3, -2, -1, 0, 1, 2, 3, 4);
    assertThat(values(posterior, "small"))
        .containsExactly(0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25);
    assertThat(values(posterior, "unsigned")).containsOnly(0x1p64 - 2048);
    assertThat(values(posterior, "packed"))
        .containsExactly(3, 3.25, 3.5, 3.75, 4, 4.25, 4.5, 4.75, 5, 5.25);
  }

  private static double[] values(Posterior posterior, String name) {
    return posterior.parameter(name).orElseThrow().values();
  }

  @ParameterizedTest
  @ValueSource(strings = {"layouts.nc", "layouts-h5netcdf.nc"})
  void readsNumericConstantsAndSkipsText(String file) throws Exception {
    assertThat(Files.readOwn(file).constants())
        .containsExactly(
            ConstantData.scalar("x_mean", 12.25),
            ConstantData.scalar("n", 7),
            ConstantData.of(
                "exposure", List.of("k"), new int[] {3}, new double[] {1.5, Double.NaN, 2.5}),
            ConstantData.of("tight", List.of("x"), new int[] {2}, new double[] {1, 2}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"layouts.nc", "layouts-h5netcdf.nc"})
  void readsLabelsOfEveryKind(String file) throws Exception {
    assertThat(Files.readOwn(file).coordinates())
        .containsExactlyInAnyOrder(
            new Coordinate("k", List.of("Nord", "Süd", "東")),
            new Coordinate("j", List.of("10", "20")),
            new Coordinate("when", "j", List.of("3", "4")),
            new Coordinate("x", List.of("0.1", "2.0")),
            new Coordinate("yes", List.of("false", "true")));
  }

  @Test
  void findsLabelsInTheParentGroupAndInTablesOfCharacters() throws Exception {
    assertThat(Files.readOwn("datatree.nc").coordinate("k").orElseThrow().labels())
        .containsExactly("a", "b", "c");
    assertThat(Files.readOwn("characters.nc").coordinate("k").orElseThrow().labels())
        .containsExactly("one", "two", "three");
  }

  @Test
  void takesASampleDimensionForOneChain() throws Exception {
    Posterior posterior = Files.readOwn("sample.nc");

    assertThat(posterior.chains()).isEqualTo(1);
    assertThat(posterior.drawsPerChain()).isEqualTo(6);
    assertThat(posterior.parameters())
        .extracting(ParameterDraws::name)
        .containsExactly("mu", "theta");
    assertThat(values(posterior, "theta")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void readsTheNewerFormatOfHdf5() throws Exception {
    double[] mu = values(Files.readOwn("latest.nc"), "mu");

    for (int i = 0; i < mu.length; i++) {
      assertThat(mu[i]).isEqualTo(i < 40 ? i : 60 + i);
    }
  }
}
