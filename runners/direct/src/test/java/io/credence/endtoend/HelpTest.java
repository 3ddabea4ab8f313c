package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.command.ExitCode;
import io.credence.cli.options.AggregateOptions;
import io.credence.cli.options.EvaluateOptions;
import io.credence.cli.options.ModelOptions;
import io.credence.cli.options.PageOptions;
import io.credence.cli.options.ReplayOptions;
import io.credence.cli.options.ScoreOptions;
import io.credence.cli.options.VerifyOptions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Credence says of itself. */
class HelpTest {

  /** The options that an interface declares, itself or through our own others. */
  private static List<String> options(Class<? extends PipelineOptions> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass().getPackageName().startsWith("io.credence."))
        .map(java.lang.reflect.Method::getName)
        .filter(name -> name.startsWith("set"))
        .map(name -> "  --" + Character.toLowerCase(name.charAt(3)) + name.substring(4))
        .toList();
  }

  private static void assertExplainsAll(Run help, Class<? extends PipelineOptions> type) {
    List<String> lines = help.done().out();
    List<String> options = options(type);
    assertThat(lines)
        .filteredOn(l -> l.startsWith("  --"))
        .containsExactlyInAnyOrderElementsOf(options);
    for (String word : List.of("Range: ", "Default: ", "Example: --")) {
      assertThat(lines).filteredOn(l -> l.strip().startsWith(word)).hasSameSizeAs(options);
    }
    assertThat(lines).allMatch(line -> line.length() <= 78);
  }

  @Test
  void explainsEachOptionOfScore() {
    assertThat(options(ScoreOptions.class)).hasSize(31);
    assertExplainsAll(Run.of("help", "score"), ScoreOptions.class);
  }

  @Test
  void explainsEachOptionOfInspect() {
    assertExplainsAll(Run.of("help", "inspect"), ModelOptions.class);
  }

  @Test
  void explainsEachOptionOfAggregate() {
    assertExplainsAll(Run.of("help", "aggregate"), AggregateOptions.class);
  }

  @Test
  void explainsEachOptionOfEvaluate() {
    assertExplainsAll(Run.of("help", "evaluate"), EvaluateOptions.class);
  }

  @Test
  void explainsEachOptionOfReport() {
    assertExplainsAll(Run.of("help", "report"), PageOptions.class);
  }

  @Test
  void explainsEachOptionOfVerify() {
    assertExplainsAll(Run.of("help", "verify"), VerifyOptions.class);
  }

  @Test
  void explainsEachOptionOfReplay() {
    assertThat(options(ReplayOptions.class)).hasSize(10);
    assertExplainsAll(Run.of("help", "replay"), ReplayOptions.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void listsTheCommands(String command) {
    assertThat(Run.of(command).done().out())
        .contains("  credence inspect   --model=FOLDER")
        .isEqualTo(Run.of().done().out());
  }

  @Test
  void aCommandThatThereIsNot() {
    Run.of("scoer", "--model=x")
        .refused(
            "There is no command 'scoer'; there are: score, aggregate, evaluate, report, inspect,"
                + " replay, verify, registry, serve, help");
    Run.of("help", "me")
        .refused(
            "There is no command 'me'; there are: score, aggregate, evaluate, report, inspect,"
                + " replay, verify, registry, serve, help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"score", "evaluate", "report", "inspect", "replay", "verify"})
  void helpAsAnOptionOfACommand(String command) {
    assertThat(Run.of(command, "--help").done().out()).isEqualTo(Run.of("help", command).out());
    assertThat(Run.of(command, "--model=x", "--help=ScoreOptions").done().out())
        .isEqualTo(Run.of("help", command).out());
  }

  @ParameterizedTest
  @EnumSource(ExitCode.class)
  void exitCodesAreThoseOfTheHelp(ExitCode code) {
    assertThat(Stream.of(ExitCode.values()).map(ExitCode::number)).containsExactly(0, 1, 2, 3, 4);
    assertThat(String.join(" ", Run.of("help", commandOf(code)).out()))
        .contains(code.number() + " " + said(code));
  }

  private static String commandOf(ExitCode code) {
    return code == ExitCode.GATE_NOT_MET ? "evaluate" : "score";
  }

  private static String said(ExitCode code) {
    return switch (code) {
      case DONE -> "done";
      case JOB_FAILED -> "the job failed";
      case WRONG_REQUEST -> "the request is wrong";
      case TOO_MANY_DEAD_LETTERS -> "too many dead letters";
      case GATE_NOT_MET -> "a gate is not met";
    };
  }
}
