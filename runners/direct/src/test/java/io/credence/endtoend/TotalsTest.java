package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.parquet.ParquetInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Totals against numbers that did not come from Credence. */
class TotalsTest {

  @TempDir Path folder;

  private Path resource(String name) throws IOException {
    Path to = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    try (InputStream in = TotalsTest.class.getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(in, name), to);
    }
    return to;
  }

  private List<Group> totals(Path model, Path input, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "aggregate",
                "--model=" + model,
                "--input=" + input,
                "--output=" + folder.resolve("totals"),
                "--overwrite",
                "--bins=0"));
    arguments.addAll(List.of(more));
    Run.of(arguments).done();
    List<Group> rows = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder.resolve("totals"), "*.parquet")) {
      for (Path file : files) {
        ParquetInput table = io.credence.parquet.Files.open(file);
        rows.addAll(io.credence.parquet.Files.groups(table.split(0, table.rows())));
      }
    }
    return rows;
  }

  /**
   * 50 stores at one price, whose total has the sd 264 and the 95 % interval from 4,179 to 5,207,
   * as NumPy says of sums within each draw. 8,000 samples know the sd to 2, and the ends to 10: a
   * false alarm at 5 of these is rarer than one in a million.
   */
  @Test
  void ofStoresThatShareWhatIsNotKnown() throws Exception {
    Path posterior = resource("joint/posterior.nc");
    resource("joint/model.yaml");
    Path records = resource("joint/records.parquet");
    Path model = Objects.requireNonNull(posterior.getParent());
    String[] same = {"--sum=sold", "--numSamples=8000", "--etiProbability=0.95"};
    Group total = totals(model, records, with(same, "--keyField=store")).get(0);
    assertThat(total.getLong("n_records", 0)).isEqualTo(50);
    assertThat(total.getDouble("sold_sum_pred_sd", 0)).isCloseTo(264, within(10.0));
    assertThat(total.getDouble("sold_sum_pred_eti_95_lower", 0)).isCloseTo(4_179, within(50.0));
    assertThat(total.getDouble("sold_sum_pred_eti_95_upper", 0)).isCloseTo(5_207, within(50.0));
    // What docs/aggregate.md says of a key that is none.
    Group inflated =
        totals(model, records, with(same, "--keyField=price", "--duplicates=report")).get(0);
    assertThat(inflated.getDouble("sold_sum_pred_sd", 0)).isCloseTo(559, within(22.0));
  }

  private static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /**
   * Houses by county, of which five are new to the model, and all together, against PyMC (see
   * radon-totals/totals.py). Both use each posterior draw equally often, so means differ by
   * predictive noise alone. There are 23 groups with 4 figures: at 5 standard errors, a false alarm
   * is rarer than one in 10,000.
   */
  @Test
  void ofHousesByCountyAreThoseOfPyMc() throws Exception {
    Path records = resource("radon-totals/records.parquet");
    JsonNode truth = new ObjectMapper().readTree(resource("radon-totals/totals.json").toFile());
    int samples = 8_000;
    double draws = truth.path("draws").asDouble();
    List<Group> totals =
        totals(
            Shell.ROOT.resolve("samples/gallery/radon"),
            records,
            "--keyField=id",
            "--sum=log_radon",
            "--by=county",
            "--by=",
            "--numSamples=" + samples,
            "--quantiles=0.05,0.5,0.95");
    assertThat(totals).hasSize(truth.path("totals").size());
    for (Group total : totals) {
      boolean all = total.getString("grouping", 0).isEmpty();
      String county = all ? "" : total.getString("county", 0);
      JsonNode expected = truth.path("totals").path(county);
      double sd = expected.path("sd").asDouble();
      double noise = expected.path("noise").asDouble() * Math.sqrt(1.0 / samples + 1 / draws);
      assertThat(total.getDouble("log_radon_sum_pred_mean", 0))
          .as("mean of %s", county)
          .isCloseTo(expected.path("mean").asDouble(), within(5 * noise));
      double whole = Math.sqrt(1.0 / samples + 1 / draws);
      assertThat(total.getDouble("log_radon_sum_pred_sd", 0))
          .as("sd of %s", county)
          .isCloseTo(sd, within(5 * sd * whole / Math.sqrt(2)));
      for (String p : List.of("0.05", "0.5", "0.95")) {
        String column = "log_radon_sum_pred_q_" + (int) Math.round(100 * Double.parseDouble(p));
        // The density of a normal at its 5 % quantile is 0.103 / sd, at its median 0.4 / sd.
        double share = Math.sqrt(Double.parseDouble(p) * (1 - Double.parseDouble(p)));
        double error = share * whole / (p.equals("0.5") ? 0.399 : 0.103) * sd;
        assertThat(total.getDouble(column, 0))
            .as("quantile %s of %s", p, county)
            .isCloseTo(expected.path("quantiles").path(p).asDouble(), within(5 * error));
      }
    }
  }
}
