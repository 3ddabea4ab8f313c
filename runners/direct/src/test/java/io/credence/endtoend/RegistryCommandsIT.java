package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stories that pages tell of a registry, command by command. */
class RegistryCommandsIT {

  @TempDir Path folder;

  @Test
  void thatOfTheReadme() throws Exception {
    assertThat(exitCodes("README.md", "## Which version?")).containsExactly(0, 0, 0);
    assertThat(folder.resolve("slopes-scored/_manifest.json"))
        .content()
        .contains("registry:" + folder + "/models/category-slopes@champion");
  }

  @Test
  void thatOfItsOwnPage() throws Exception {
    // A rollback needs a later version.
    assertThat(exitCodes("docs/registry.md", "# Versions of a model"))
        .containsExactly(0, 0, 4, 0, 0, 2);
  }

  @Test
  void thatOfDecisions() throws Exception {
    assertThat(exitCodes("docs/decisions.md", "# Deciding while labels arrive"))
        .containsExactly(0, 0);
  }

  /** Runs the commands of a section, with all that they write in the temporary folder. */
  private List<Integer> exitCodes(String page, String heading) throws Exception {
    List<Integer> codes = new ArrayList<>();
    for (String command : PageCommands.of(page, heading)) {
      String here =
          command
              .replaceAll("registry([=:])/?models", "registry$1" + folder + "/models")
              .replaceAll("--(output|evaluation)=(\\S+)", "--$1=" + folder + "/$2");
      codes.add(Shell.run(here).exitCode());
    }
    return codes;
  }
}
