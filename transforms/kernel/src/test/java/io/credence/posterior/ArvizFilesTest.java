package io.credence.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Files that PyMC and ArviZ wrote from 2018 to 2025, against what xarray and h5py read in them
 * ({@code expected.json} beside them). Where they are absent, these tests are skipped.
 */
class ArvizFilesTest {

  private static final List<String> WITH_DRAWS =
      List.of(
          "/",
          "posterior",
          "prior",
          "prior_sbc",
          "posterior_predictive",
          "prior_predictive",
          "log_likelihood");

  @TestFactory
  List<DynamicTest> readsEveryGroupWithDrawsAsXarrayDoes() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (var file : expected().properties()) {
      for (var group : file.getValue().properties()) {
        if (WITH_DRAWS.contains(group.getKey())) {
          tests.add(
              DynamicTest.dynamicTest(
                  file.getKey() + " " + group.getKey(),
                  () -> checkGroup(file.getKey(), group.getKey(), group.getValue())));
        }
      }
    }
    assertThat(tests).hasSize(15);
    return tests;
  }

  @TestFactory
  List<DynamicTest> readsConstantsAsXarrayDoes() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (var file : expected().properties()) {
      JsonNode vars = file.getValue().path("constant_data").path("vars");
      for (var constant : vars.properties()) {
        tests.add(
            DynamicTest.dynamicTest(
                file.getKey() + " " + constant.getKey(),
                () -> checkConstant(file.getKey(), constant.getKey(), constant.getValue())));
      }
    }
    assertThat(tests).hasSize(2);
    return tests;
  }

  @Test
  void aFileWithoutPosteriorSaysWhatItHas() {
    assertThat(EdgeCasesTest.refused("arviz/sbc.nc"))
        .hasMessageContaining("must have a group `posterior`, but has only prior_sbc");
  }

  private static JsonNode expected() throws Exception {
    return new ObjectMapper().readTree(Files.shared("arviz/expected.json"));
  }

  private static void checkGroup(String file, String group, JsonNode expected) throws Exception {
    Posterior posterior = new NetCdf4Reader(group).read(file, Files.shared("arviz/" + file));

    JsonNode vars = expected.path("vars");
    assertThat(posterior.parameters())
        .extracting(ParameterDraws::name)
        .containsExactlyInAnyOrderElementsOf(names(vars));
    for (var variable : vars.properties()) {
      checkVariable(posterior, variable.getKey(), variable.getValue());
    }
    for (var coordinate : expected.path("coords").properties()) {
      checkLabels(posterior, coordinate.getKey(), coordinate.getValue());
    }
  }

  /** All of these files have the dimensions chain, draw, … in this order. */
  private static void checkVariable(Posterior posterior, String name, JsonNode expected) {
    ParameterDraws variable = posterior.parameter(name).orElseThrow();
    List<String> dims = new ArrayList<>(List.of("chain", "draw"));
    dims.addAll(variable.dims());
    assertThat(dims).isEqualTo(texts(expected.path("dims")));
    List<Integer> shape = new ArrayList<>(List.of(posterior.chains(), posterior.drawsPerChain()));
    Arrays.stream(variable.shape()).forEach(shape::add);
    assertThat(shape.toString().replace(" ", ""))
        .isEqualTo(expected.path("shape").toString().replace(" ", ""));
    checkValues(inFileOrder(variable), expected);
  }

  private static double[] inFileOrder(ParameterDraws variable) {
    double[] stored = new double[variable.values().length];
    Arrays.setAll(
        stored,
        i -> variable.values()[i % variable.size() * variable.draws() + i / variable.size()]);
    return stored;
  }

  private static void checkConstant(String file, String name, JsonNode expected) throws Exception {
    ConstantData constant =
        Posterior.read(file, Files.shared("arviz/" + file)).constant(name).orElseThrow();
    assertThat(constant.dims()).isEqualTo(texts(expected.path("dims")));
    assertThat(Arrays.toString(constant.shape())).isEqualTo(expected.path("shape").toString());
    checkValues(constant.values(), expected);
  }

  private static void checkValues(double[] values, JsonNode expected) {
    double[] first =
        texts(expected.path("first")).stream().mapToDouble(Double::parseDouble).toArray();
    assertThat(Arrays.copyOf(values, first.length)).containsExactly(first);
    assertThat(values[values.length - 1]).isEqualTo(number(expected, "last"));
    assertThat(exactSum(values)).isEqualTo(number(expected, "sum_fsum"));
    assertThat(Arrays.stream(values).min()).hasValue(number(expected, "min"));
    assertThat(Arrays.stream(values).max()).hasValue(number(expected, "max"));
  }

  private static void checkLabels(Posterior posterior, String name, JsonNode expected) {
    if (DrawLayout.DIMENSIONS.contains(name)) {
      assertThat(posterior.coordinate(name)).isEmpty();
      return;
    }
    assertThat(posterior.coordinate(name).orElseThrow().labels())
        .startsWith(texts(expected.path("first")).toArray(String[]::new));
  }

  private static double number(JsonNode expected, String field) {
    return Double.parseDouble(expected.path(field).asText());
  }

  /** The sum as {@code math.fsum} has it: exact, then rounded once. */
  static double exactSum(double[] values) {
    return Arrays.stream(values)
        .mapToObj(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
