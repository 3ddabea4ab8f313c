package io.credence.folder;

import static io.credence.model.FeatureType.INT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file may cost, and what messages quote of it. */
class CeilingsTest {

  private static final String CASE =
      "{\"features\": {\"x\": 5, \"category\": 1}, \"mean\": 6.25, \"mean_mcse\": 10}\n";

  private final FolderFixture fixture;

  CeilingsTest(@TempDir Path folder) throws IOException {
    fixture = FolderFixture.in(folder);
  }

  @Test
  void ofManyProblemsOfAFileTheFirstAreTold() throws Exception {
    fixture.write("verify.jsonl", "{}\n".repeat(40_001));
    fixture.write("SHA256SUMS", "nonsense\n".repeat(100_000));
    fixture.write(
        "model.yaml", fixture.text("model.yaml") + "nonsense: 1\nzz: 2\n" + wrongKeys(1_000));
    List<String> problems = fixture.problems();
    assertThat(problems)
        .hasSize(3 * 21)
        .contains(
            "model.yaml: There are 982 more problems",
            "verify.jsonl:20: It needs \"features\": {…}",
            "verify.jsonl: There are 39982 more problems",
            "SHA256SUMS: There are 99983 more problems");
  }

  private static String wrongKeys(int count) {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < count; i++) {
      keys.append("wrong").append(i).append(": 1\n");
    }
    return keys.toString();
  }

  @Test
  void messagesQuoteTheBeginningOfWhatAFileSays() throws Exception {
    fixture.write("verify.jsonl", "root:x:0:0:".repeat(1_000) + "\n" + "\"" + "s".repeat(10_000));
    fixture.replace("model.yaml", "name: category-slopes", "name: " + "n".repeat(5_000));
    fixture.replace("model.yaml", "target: y", "target: " + "a-".repeat(5_000));
    assertThat(fixture.problems())
        .hasSize(5)
        .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(300));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\\e[2J\\e[31mPWNED\\e[0m\\nmodel.yaml: all is well\\rX\"",
        "\"pay\\u202elap\"",
        "\"two\\nlines\"",
        "\"zero\\u200bwidth\"",
        "\"\"",
      })
  void aNameHoldsNothingThatIsNotSeen(String name) throws Exception {
    fixture.replace("model.yaml", "name: category-slopes", "name: " + name);
    fixture.replace("model.yaml", "version: 1.0.0", "version: " + name);
    fixture.replace("model.yaml", "target: y", "target: " + name);
    assertThat(fixture.problems())
        .hasSize(3)
        .anyMatch(p -> p.startsWith("model.yaml:3: name must consist of letters, digits"))
        .anyMatch(p -> p.startsWith("model.yaml:4: version must consist of letters"))
        .anyMatch(p -> p.startsWith("model.yaml:9: target must consist of letters"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../verify.jsonl",
        "/etc/passwd",
        "..",
        ".hidden",
        "a/b",
        "a\\b",
        "\"a\\nb\"",
        "\"a\\u202eb\"",
        "\"a\\u2028b\"",
      })
  void aFileNameIsNoPath(String name) throws Exception {
    fixture.replace("model.yaml", "verify: verify.jsonl", "verify: " + name);
    assertThat(fixture.problems())
        .singleElement()
        .asString()
        .startsWith(
            "model.yaml:18: verify must be the name of a file in the same folder, but is '");
  }

  @Test
  void aZarrStoreIsNamedAsSuch() throws Exception {
    fixture.replace("model.yaml", "posterior: posterior.nc", "posterior: posterior.zarr");
    assertThat(fixture.problems())
        .containsExactly(
            "model.yaml:5: posterior is a Zarr store, but only NetCDF-4 can be read;"
                + " xarray.open_datatree(\"posterior.zarr\", engine=\"zarr\")"
                + ".to_netcdf(\"posterior.nc\", engine=\"h5netcdf\") converts it");
  }

  @Test
  void casesAreLimited() throws Exception {
    fixture.write("verify.jsonl", CASE.repeat(10_001));
    assertThat(fixture.problems())
        .containsExactly(
            "verify.jsonl:10001: It holds more than 10000 cases, which take too long to check"
                + " for each job; keep some");
  }

  @Test
  void featuresAreLimited() throws Exception {
    StringBuilder features = new StringBuilder("features:\n");
    for (int i = 0; i < 10_001; i++) {
      features.append("  f").append(i).append(": {type: double}\n");
    }
    fixture.replace("model.yaml", "features:\n", features.toString());
    assertThat(fixture.problems())
        .contains("model.yaml:7: features must be at most 10000, but are 10003");
  }

  @Test
  void aFigureThatIsGivenTwiceIsRefused() throws Exception {
    fixture.write("verify.jsonl", CASE.replace("}\n", ", \"mean\": 7}\n"));
    assertThat(fixture.problems())
        .contains("verify.jsonl:1: It is no valid JSON: Duplicate field 'mean'");
  }

  @Test
  void aProbabilityIsANumber() throws Exception {
    fixture.write(
        "verify.jsonl",
        "{\"features\": {\"x\": 5, \"category\": 1},"
            + " \"quantiles\": [{\"p\": \"0.5\", \"value\": 6.25, \"mcse\": 10}]}");
    assertThat(fixture.problems())
        .contains("verify.jsonl:1: \"p\" must be in (0, 1), but is \"0.5\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"010", "-007", "0x10", "0o10", "1_000", ".nan"})
  void numbersThatReadersDisagreeOnAreRefused(String number) throws Exception {
    fixture.replace("model.yaml", "min: 0", "min: " + number);
    assertThat(fixture.problems())
        .containsExactly(
            "model.yaml:7: features.x.min must be a decimal number that a double can hold, but is '"
                + number
                + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "on", "'1'", "true"})
  void aNumberIsNeitherTextNorTruth(String value) throws Exception {
    fixture.replace("model.yaml", "min: 0", "min: " + value);
    assertThat(fixture.problems()).hasSize(1);
  }

  @Test
  void wholeRealsAreLevelsOfAnInt() throws Exception {
    fixture.replace("model.yaml", "levels: [0, 1, 2]", "levels: [0.0, 1.0, 2.0]");
    assertThat(fixture.load().features().get(1).levels()).containsExactly("0", "1", "2");
    assertThat(FeatureYamlReader.spelled(List.of("1.5E7", "1.23456789E7"), INT))
        .containsExactly("15000000", "1.23456789E7");
  }

  @Test
  void aLevelIsNotListedTwiceInTwoSpellings() throws Exception {
    fixture.replace("model.yaml", "levels: [0, 1, 2]", "levels: [0, 1, 1.0, 2]");
    assertThat(fixture.problems())
        .contains("model.yaml:8: features.category.levels have '1' twice");
  }

  @Test
  void aDefaultMustBeALevelWhereUnseenOnesAreRejected() throws Exception {
    fixture.replace("model.yaml", "unseen:\n", "");
    fixture.replace("model.yaml", "  category:\n    beta: normal(0, 2)\n", "");
    fixture.replace("model.yaml", "levels: [0, 1, 2]", "levels: [0, 1, 2], default: 7");
    assertThat(fixture.problems())
        .containsExactly(
            "model.yaml:8: features.category: The default must be one of the levels, 0, 1, 2, but is"
                + " 7.0");
    fixture.replace("model.yaml", "default: 7", "default: 2");
    assertThat(fixture.load().features().get(1).defaultValue()).isEqualTo(2.0);
  }
}
