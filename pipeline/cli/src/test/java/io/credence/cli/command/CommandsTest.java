package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.cli.options.ModelOptions;
import io.credence.cli.report.Report;
import io.credence.distribution.Distributions;
import io.credence.expression.Calls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that is added to the list is all there, with its help and its report. */
class CommandsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static final class WeighCommand implements Command {

    @Override
    public String name() {
      return "weigh";
    }

    @Override
    public String summary() {
      return "weighs a model";
    }

    @Override
    public String usage() {
      return "--model=FOLDER";
    }

    @Override
    public Class<ModelOptions> options() {
      return ModelOptions.class;
    }

    @Override
    public Map<ExitCode, String> exitCodes() {
      return Map.of(ExitCode.WRONG_REQUEST, "it has no weight", ExitCode.DONE, "weighed");
    }

    @Override
    public ExitCode run(Request request, Console console) {
      ModelOptions options = request.options(ModelOptions.class, (given, wrong) -> {});
      if (options == null || !request.problems().isEmpty()) {
        return console.refuse(request.problems());
      }
      switch (String.valueOf(options.getModel())) {
        case "heavy" -> throw new IllegalStateException("the scales\nbroke");
        case "light" -> {
          console.report(new Weight("l\u00e9ger", 0, Double.NaN));
          console.problem("the scales hardly move");
          return ExitCode.JOB_FAILED;
        }
        default -> console.report(new Weight("model", 2.5, Double.POSITIVE_INFINITY));
      }
      return ExitCode.DONE;
    }
  }

  private record Weight(String ofWhat, double kilos, Double atMost) implements Report {
    @Override
    public List<String> lines() {
      return List.of(ofWhat + " " + kilos);
    }
  }

  private ExitCode run(String... arguments) {
    List<Command> all = new ArrayList<>(Commands.ALL.all());
    all.add(new WeighCommand());
    return new Commands(all).run(List.of(arguments), new Console(out, err, false));
  }

  private static List<String> lines(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void theHelpListsIt() {
    assertThat(run("help")).isEqualTo(ExitCode.DONE);
    assertThat(lines(out))
        .contains(
            "  credence weigh     --model=FOLDER",
            "  credence help      [score | aggregate | evaluate | report | inspect | replay | verify | registry | weigh | serve | model]");
  }

  /** As they declare themselves, so that it cannot go stale. */
  @Test
  void theHelpOfModelsHasEachFunctionAndDistribution() {
    assertThat(run("help", "model")).isEqualTo(ExitCode.DONE);
    assertThat(lines(out))
        .containsAll(Calls.functions().stream().map(each -> "  " + each.signature()).toList())
        .containsAll(
            Distributions.listing().stream()
                .flatMap(each -> each.signatures().stream())
                .map(signature -> "  " + signature)
                .toList())
        .containsSequence(
            "  laplace(mu, b)",
            "      mu plus or minus an exponential variate with mean b.",
            "      Values: any number.",
            "      Needs: mu finite; b > 0 and finite.")
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
  }

  /** Options and model, so that no second round is needed. */
  @Test
  void allThatIsWrongIsSaidAtOnce(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("model.yaml"), "credence: 2\n");
    for (String command : List.of("score", "inspect")) {
      err.reset();
      assertThat(run(command, "--nosuch=1", "--model=" + folder)).isEqualTo(ExitCode.WRONG_REQUEST);
      assertThat(lines(err))
          .anySatisfy(line -> assertThat(line).contains("There is no option --nosuch"))
          .anySatisfy(line -> assertThat(line).contains("Model folder " + folder))
          .anySatisfy(line -> assertThat(line).contains("model.yaml:1: credence is the version"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"help weigh", "weigh --help", "weigh --model=x --help=true"})
  void theHelpExplainsIt(String line) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.DONE);
    assertThat(lines(out))
        .startsWith("credence weigh: weighs a model. Options:", "", "  --model")
        .contains("  --json")
        .endsWith("Exit codes: 0 weighed; 2 it has no weight.");
  }

  @Test
  void itIsOffered() {
    assertThat(run("wiegh")).isEqualTo(ExitCode.WRONG_REQUEST);
    assertThat(lines(err))
        .containsExactly(
            "There is no command 'wiegh'; there are: score, aggregate, evaluate, report, inspect,"
                + " replay, verify, registry, weigh, serve, help");
  }

  @Test
  void itsReportAsText() {
    assertThat(run("weigh", "--model=x")).isEqualTo(ExitCode.DONE);
    assertThat(lines(out)).containsExactly("model 2.5");
    assertThat(lines(err)).isEmpty();
  }

  @Test
  void itsReportAsJsonAlone() throws IOException {
    assertThat(run("weigh", "--model=x", "--json=-")).isEqualTo(ExitCode.DONE);
    assertThat(lines(err)).containsExactly("model 2.5");
    JsonNode json = new ObjectMapper().readTree(out.toByteArray());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "report_version",
            "credence_version",
            "command",
            "status",
            "exit_code",
            "problems",
            "report");
    assertThat(json.at("/report_version").asInt()).isEqualTo(1);
    assertThat(json.at("/command").asText()).isEqualTo("weigh");
    assertThat(json.at("/status").asText()).isEqualTo("done");
    assertThat(json.at("/report").toString())
        .isEqualTo("{\"of_what\":\"model\",\"kilos\":2.5,\"at_most\":null}");
  }

  @Test
  void aFailureInItsJson(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.json");
    assertThat(run("weigh", "--model=light", "--json=" + file)).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(lines(out)).containsExactly("l\u00e9ger 0.0");
    assertThat(Files.readString(file)).contains("\"l\\u00E9ger\"");
    assertThat(outcome(file)).isEqualTo("failed 1 [\"the scales hardly move\"]");

    assertThat(run("weigh", "--model=heavy", "--json=" + file)).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(outcome(file))
        .isEqualTo("failed 1 [\"Credence failed: IllegalStateException: the scales broke\"]");

    assertThat(run("weigh", "--modle=x", "-x", "--json=" + file)).isEqualTo(ExitCode.WRONG_REQUEST);
    assertThat(outcome(file))
        .isEqualTo(
            "refused 2 [\"There is no option --modle (did you mean --model?)\","
                + "\"'-x' is no option; options look like --name=value\"]");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(file);
    }
  }

  private static String outcome(Path file) throws IOException {
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    return json.at("/status").asText() + " " + json.at("/exit_code") + " " + json.at("/problems");
  }

  @Test
  void whatIsWrongWithTheFileIsOneOfTheProblems(@TempDir Path folder) {
    assertThat(run("weigh", "--modle=x", "--json=" + folder)).isEqualTo(ExitCode.WRONG_REQUEST);
    assertThat(lines(err))
        .containsExactly(
            "--json=" + folder + ": is a folder; name a file in it, or - for standard output",
            "There is no option --modle (did you mean --model?)");
    assertThat(run("weigh", "--model=x", "--json=" + folder.resolve("no/such")))
        .isEqualTo(ExitCode.WRONG_REQUEST);
    assertThat(lines(out)).isEmpty();
  }

  @Test
  void severalFilesAreNone(@TempDir Path folder) {
    Path one = folder.resolve("a");
    assertThat(run("weigh", "--model=x", "--json=" + one, "--json=-"))
        .isEqualTo(ExitCode.WRONG_REQUEST);
    assertThat(lines(err)).containsExactly("--json: is given 2 times; give it once");
    assertThat(one).doesNotExist();
    assertThat(lines(out)).isEmpty();
    assertThat(run("weigh", "--model=x", "--json")).isEqualTo(ExitCode.WRONG_REQUEST);
    assertThat(lines(err)).last().asString().startsWith("--json: lacks a value; must be ");
  }
}
