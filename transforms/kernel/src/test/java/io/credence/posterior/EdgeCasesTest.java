package io.credence.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that were made to be awkward. Expected numbers: h5py 3.16.0 ({@code file[name][...]}) for
 * .h5 and netCDF4 1.7.5.1 ({@code file[group][name][...]}) for .nc, sums by {@code math.fsum}.
 * Where the files are absent, these tests are skipped.
 */
class EdgeCasesTest {

  @ParameterizedTest
  @CsvSource({
    "filters_h5py.h5, fletcher, -0.6475606784161285, -0.820786092242728, -12.224560548419113",
    "filters_h5py.h5, gzip9, -0.6475606784161285, -0.820786092242728, -12.224560548419113",
    "filters_h5py.h5, lzf, -1.0, -1.0, 0.0",
    "filters_h5py.h5, lzf_incompressible, 1.074744533788705e+19, 1.2221527523922123e+19,"
        + " 3.6691880611744e+22",
    "filters_h5py.h5, partial_chunks, -0.8432630811925462, -0.6825514990241617,"
        + " -0.01895392619722979",
    "latest_h5py.h5, btree2, -0.04381119004102605, -1.2736195867813074, -20.98098719466649",
    "latest_h5py.h5, contig, -0.04381119004102605, -1.2736195867813074, -20.98098719466649",
    "latest_h5py.h5, fixedarray, -0.04381119004102605, -1.2736195867813074, -20.98098719466649",
    "latest_h5py.h5, implicit, -0.04381119004102605, -1.2736195867813074, -20.98098719466649",
    "latest_h5py.h5, single, -0.04381119004102605, -1.2736195867813074, -20.98098719466649",
    "charstr.nc, posterior/p, 5.2, 5.3, 15.6",
  })
  void readsEveryStorageThatItReadsAtAllAsH5pyDoes(
      String file, String path, double second, double last, double sum) throws Exception {
    double[] values = Files.values(edgeCase(file), path);

    assertThat(values[1]).isEqualTo(second);
    assertThat(values[values.length - 1]).isEqualTo(last);
    assertThat(ArvizFilesTest.exactSum(values)).isEqualTo(sum);
  }

  @ParameterizedTest
  @CsvSource({
    "filters_h5py.h5, scaleoffset, compressed in a way that cannot be read here",
    "filters_h5py.h5, szip, compressed in a way that cannot be read here",
    "latest_h5py.h5, extarray, would be read in the wrong order",
    "latest_h5py.h5, latest_missing_chunk, is missing from the file",
    "missing_chunks.nc, posterior/mu, 'the block at [0, 50] is missing'",
    "missing_chunks.nc, posterior/never, none was ever written",
    "missing_chunks.nc, posterior/never_contig, none was ever written",
    "missing_chunks.nc, posterior/never_str, must hold numbers",
    "scalars.nc, constant_data/name, 'must hold numbers, but holds text'",
  })
  void refusesStorageThatItWouldReadWrongly(String file, String path, String message) {
    byte[] content = edgeCase(file);

    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> Files.values(content, path))
        .withMessageContaining(message);
  }

  @Test
  void readsScalarsAndEmptyArrays() throws Exception {
    byte[] file = edgeCase("scalars.nc");

    assertThat(Files.values(file, "constant_data/n")).containsExactly(42);
    assertThat(Files.values(file, "constant_data/s")).containsExactly(-0.0);
    assertThat(Files.values(file, "constant_data/f4")).containsExactly(1.5);
    assertThat(Files.values(file, "constant_data/empty")).isEmpty();
  }

  @Test
  void readsFillValuesAsMissing() throws Exception {
    assertThat(Files.values(edgeCase("charstr.nc"), "posterior/k"))
        .containsExactly(1, Double.NaN, 3);
  }

  @Test
  void readsDimensionsOfTheParentGroupAndVariablesNamedAsADimension() throws Exception {
    Posterior posterior = Posterior.read("noncoord.nc", edgeCase("noncoord.nc"));

    assertThat(posterior.parameters())
        .extracting(ParameterDraws::name)
        .containsExactly("theta", "t2", "k");
    ParameterDraws theta = posterior.parameter("theta").orElseThrow();
    assertThat(theta.dims()).containsExactly("k");
    assertThat(theta.values()[0]).isEqualTo(-0.2300806090437435);
    assertThat(theta.values()[6]).isEqualTo(0.5436912857362314);
    assertThat(ArvizFilesTest.exactSum(theta.values())).isEqualTo(2.5515485536208913);
    assertThat(posterior.parameter("t2").orElseThrow().values()).containsOnly(9).hasSize(6);
    assertThat(posterior.parameter("k").orElseThrow().values()).containsOnly(7).hasSize(6);
  }

  @Test
  void readsAnUnlimitedDimension() throws Exception {
    Posterior posterior = Posterior.read("unlimited.nc", edgeCase("unlimited.nc"));

    assertThat(posterior.drawsPerChain()).isEqualTo(70);
    double[] mu = posterior.parameter("mu").orElseThrow().values();
    assertThat(mu).startsWith(0.3208483045665637, -0.818230227390307).endsWith(0.16863040701051427);
    assertThat(ArvizFilesTest.exactSum(mu)).isEqualTo(-11.131917356573167);
  }

  @Test
  void readsWhatXarrayWrites() throws Exception {
    Posterior posterior = Posterior.read("xr_netcdf4.nc", edgeCase("xr_netcdf4.nc"));

    assertThat(posterior.parameters())
        .extracting(ParameterDraws::name)
        .containsExactly("mu", "k", "flag", "theta");
    assertThat(posterior.coordinates())
        .containsExactly(
            new Coordinate("school", List.of("A", "Bé", "Ccc")),
            new Coordinate("t", "school", List.of("2020-01-01", "2020-01-02", "2020-01-03")));
    ParameterDraws theta = posterior.parameter("theta").orElseThrow();
    assertThat(theta.values()[10]).isEqualTo(-0.0728753017286353);
    assertThat(theta.values()[29]).isEqualTo(0.7824524226919838);
    assertThat(ArvizFilesTest.exactSum(theta.values())).isEqualTo(-7.705667185926606);
    assertThat(posterior.parameter("k").orElseThrow().values()).startsWith(5, 4, 7).endsWith(8);
    assertThat(ArvizFilesTest.exactSum(posterior.parameter("flag").orElseThrow().values()))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "charstr.nc, 'but has only [k[school], p[school]]'",
    "classic.nc, 'must be NetCDF-4, but it is NetCDF-3'",
    "filters_h5py.h5, '/gzip9 must have a name for each of its 2 dimensions'",
    "greek_netcdf4.nc, 'names in /posterior/ must be ASCII'",
    "latest_h5py.h5, '/single must have a name for each of its 2 dimensions'",
    "missing_chunks.nc, '/posterior/never must have values'",
    "scalars.nc, 'must have a group `posterior`, but has only constant_data'",
  })
  void refusesTheOthersAndSaysWhy(String file, String message) {
    assertThat(refused("edge-cases/" + file)).hasMessageContaining(message);
  }

  static PosteriorException refused(String file) {
    byte[] content = Files.shared(file);
    return catchThrowableOfType(PosteriorException.class, () -> Posterior.read(file, content));
  }

  private static byte[] edgeCase(String file) {
    return Files.shared("edge-cases/" + file);
  }
}
