package io.credence.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused of a stream's evaluation before a broker is asked. */
class EvaluateStreamFaultsTest {

  private final Gauge gauge;

  EvaluateStreamFaultsTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  private Run evaluate(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--model=" + gauge.path("model"),
                "--input=kafka://localhost:1/scores",
                "--labels=kafka://localhost:1/labels",
                "--labelKey=id",
                "--label=x"));
    arguments.addAll(List.of(more));
    return Run.of(arguments);
  }

  @Test
  void segmentsHaveNoPlaceInATopic() {
    evaluate("--output=kafka://localhost:1/figures", "--by=id,spread")
        .refused(
            "--by=id,spread: segments are a table in a folder, and a topic has none; write to a"
                + " folder, or leave --by out");
  }

  @Test
  void aWaitThatIsNoneIsNamedOnce() {
    evaluate("--output=" + gauge.path("out"), "--labelWait=soon")
        .refused(
            "--labelWait=soon: must be a number of seconds, minutes or hours, such as 30s, 5m or"
                + " 1h");
  }
}
