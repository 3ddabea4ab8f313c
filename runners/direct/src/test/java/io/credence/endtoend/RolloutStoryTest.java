package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story of docs/rollout.md, command by command. The one at the top of the page comes later in
 * it.
 */
class RolloutStoryTest {

  private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ARGUMENT = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

  @TempDir Path folder;

  /** The blocks of the page, with all that they write in the temporary folder. */
  private List<String> blocks() throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(Shell.ROOT.resolve("docs/rollout.md")));
    while (matcher.find()) {
      blocks.add(
          matcher
              .group(1)
              .replaceAll("\\\\\n *", "")
              .replace("trial/", folder + "/trial/")
              .replace("samples/", Shell.ROOT + "/samples/"));
    }
    return blocks;
  }

  /** Runs what is for the shell, and then what is for Credence, within this JVM. */
  private List<Run> run(String block) throws Exception {
    StringBuilder shell = new StringBuilder("set -e\n");
    List<Run> runs = new ArrayList<>();
    for (String line : block.lines().toList()) {
      if (!line.startsWith("./credence ")) {
        shell.append(line).append('\n');
      }
    }
    Shell.Result prepared = Shell.run(shell.toString());
    assertThat(prepared.exitCode()).as(prepared.text()).isZero();
    for (String line : block.lines().toList()) {
      if (line.startsWith("./credence ")) {
        runs.add(Run.of(arguments(line.substring("./credence ".length()))));
      }
    }
    return runs;
  }

  private static List<String> arguments(String line) {
    return ARGUMENT.matcher(line).results().map(found -> found.group().replace("\"", "")).toList();
  }

  @Test
  void eachCommandDoesWhatThePageSays() throws Exception {
    List<String> blocks = blocks();
    assertThat(blocks).hasSize(8);
    run(blocks.get(1));
    assertThat(run(blocks.get(2))).hasSize(3).allMatch(run -> run.exit() == ExitCode.DONE);
    Run shadow = run(blocks.get(0)).get(0).done();
    assertThat(shadow.out())
        .contains(
            "challenger                 flights 1.1.0",
            "compared                   2,825",
            "challenger failures        0",
            "comparisons in             " + folder + "/trial/shadow");
    assertThat(run(blocks.get(3)).get(0).out()).isNotEmpty();
    Run canary = run(blocks.get(4)).get(0).done();
    assertThat(canary.out()).contains("challenger                 flights 1.1.0");
    assertThat(run(blocks.get(5)).get(0).exit()).isEqualTo(ExitCode.GATE_NOT_MET);
    assertThat(run(blocks.get(6)).get(0).exit()).isEqualTo(ExitCode.DONE);
    assertThat(run(blocks.get(7)).get(0).exit()).isEqualTo(ExitCode.DONE);
  }
}
