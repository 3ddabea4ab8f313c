package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands of the READMEs and the guide do what these say, through the launcher and the
 * packaged jar.
 */
class ReadmeCommandsIT {

  private static final Pattern COMMAND =
      Pattern.compile("^ *(\\./credence .*samples/.*)$", Pattern.MULTILINE);

  @TempDir Path folder;

  static Stream<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (String page :
        List.of(
            "README.md",
            "samples/flights/README.md",
            "samples/category-slopes/README.md",
            "samples/gallery/README.md",
            "docs/models-by-kind.md",
            "docs/evaluation.md")) {
      String joined = Files.readString(Shell.ROOT.resolve(page)).replaceAll("\\\\\n *", "");
      Matcher matcher = COMMAND.matcher(joined);
      while (matcher.find()) {
        commands.add(matcher.group(1));
      }
    }
    // A server does not end; its own tests ask it. A page needs an evaluation: see below. A
    // registry
    // has its story: see RegistryCommandsIT.
    return commands.stream()
        .filter(each -> !each.matches("./credence (serve|report|registry) .*|.*registry:.*"))
        .distinct();
  }

  static Stream<String> otherCommands() throws IOException {
    return commands().skip(1);
  }

  @ParameterizedTest
  @MethodSource("otherCommands")
  void runs(String command) throws Exception {
    succeed(command);
  }

  private Shell.Result succeed(String command) throws Exception {
    Path output = folder.resolve("output");
    Shell.Result result = Shell.run(command.replaceAll("--output=\\S+", "--output=" + output));
    assertThat(result.exitCode()).as(result.text()).isZero();
    String last = command.startsWith("./credence evaluate ") ? "evaluation.json" : "_manifest.json";
    assertThat(output.resolve(last)).exists();
    return result;
  }

  @Test
  void makesAPageOfAnEvaluation() throws Exception {
    String evaluate =
        commands()
            .filter(each -> each.startsWith("./credence evaluate --model=samples/category-slopes"))
            .findFirst()
            .orElseThrow();
    succeed(evaluate);
    Path page = folder.resolve("report.html");
    String guide = Files.readString(Shell.ROOT.resolve("docs/evaluation.md"));
    String report = "./credence report evaluation --output=report.html";
    assertThat(guide).contains("\n    " + report + "\n");
    Shell.Result result =
        Shell.run(
            report
                .replace(" evaluation ", " " + folder.resolve("output") + " ")
                .replace("=report.html", "=" + page));
    assertThat(result.exitCode()).as(result.text()).isZero();
    assertThat(page).content().contains("<bdi>y</bdi> is ", "<svg ");
  }

  @Test
  void printsWhatTheReadmeShows() throws Exception {
    String readme = Files.readString(Shell.ROOT.resolve("README.md"));
    String shown = readme.substring(readme.indexOf("dep_delay  distance"));
    Shell.Result result = succeed(commands().findFirst().orElseThrow());
    shown
        .substring(0, shown.indexOf("```"))
        .lines()
        .filter(line -> !line.contains("…"))
        .forEach(line -> assertThat(result.text()).contains(line));
  }

  @Test
  void saysWhatIsWrongAndNothingElse() throws Exception {
    Shell.Result result = Shell.run("./credence score --modle=samples/flights");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.text()).isEqualTo("There is no option --modle (did you mean --model?)\n");
  }
}
