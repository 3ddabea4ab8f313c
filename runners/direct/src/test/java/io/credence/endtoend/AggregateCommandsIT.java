package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about totals shows, command by command. */
class AggregateCommandsIT {

  private static final String PAGE = "docs/aggregate.md";

  @TempDir Path folder;

  private Shell.Result run(String command) throws Exception {
    return Shell.run(command.replaceAll("--output=(\\S+)", "--output=" + folder + "/$1"));
  }

  @Test
  void theFirstOnePrintsWhatThePageSays() throws Exception {
    String heading = "# The interval of a total";
    List<String> commands = PageCommands.of(PAGE, heading);
    assertThat(commands).hasSize(1);
    Shell.Result result = run(commands.get(0));
    assertThat(result.exitCode()).isZero();
    for (String line : PageCommands.output(PAGE, heading)) {
      if (!line.matches("(seconds|records/s|output|dead letters in) .*")) {
        assertThat(result.text().lines()).contains(line);
      }
    }
  }

  @Test
  void severalGroupingsInOnePass() throws Exception {
    List<String> commands = PageCommands.of(PAGE, "## Several groupings in one pass");
    assertThat(commands).hasSize(1);
    assertThat(run(commands.get(0)).exitCode()).isZero();
  }
}
