package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.problem.Problem;
import io.credence.problem.Problems;
import io.credence.score.ThreeOutputs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of a model with several outputs: loss and claims are numbers, program has classes. */
class VerifiedOutputsTest {

  private static List<String> problems(String figures) {
    Problems log = new Problems("verify.jsonl");
    byte[] line = ("{\"features\": {}, " + figures + "}").getBytes(StandardCharsets.UTF_8);
    List<VerifyCase> cases = VerifyFile.read(line, log);
    if (log.isEmpty()) {
      Verification.check(new ThreeOutputs(), cases, log);
    }
    return log.list().stream().map(Problem::message).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'outputs': {'loss': {'mean': 1.625, 'mean_mcse': 0}}",
        "'outputs': {'claims': {'sd': 0.7071, 'sd_mcse': 0.001}, 'loss': {'mean': 1.6, 'mean_mcse': 0.01}}",
        "'outputs': {'claims': {'quantiles': [{'p': 0.5, 'value': 1, 'mcse': 0}]}}",
        "'outputs': {'program': {'probabilities': {'general': {'value': 0.25, 'mcse': 0.01}, '8': {'value': 0.26, 'mcse': 0.01}}}}",
      })
  void figuresThatAreRightPass(String figures) {
    assertThat(problems(figures.replace('\'', '"'))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'outputs': {'claims': {'mean': 1.625, 'mean_mcse': 0.001}}|The mean of claims should be 1.625, but is 1.0;",
        "'outputs': {'program': {'probabilities': {'8': {'value': 0.5, 'mcse': 0.01}}}}|The probability of '8' of program should be 0.5, but is 0.25;",
        "'mean': 1, 'mean_mcse': 1|The model has the outputs loss, claims, program, and must be given the figures of each: 'outputs': {'loss': {…}}",
        "'outputs': {'los': {'mean': 1, 'mean_mcse': 1}}|The model has no output 'los' (did you mean 'loss'?); it has: loss, claims, program",
        "'outputs': {'program': {'mean': 1, 'mean_mcse': 1}}|The output program has classes, and so probabilities, and no mean",
        "'outputs': {'loss': {'probabilities': {'8': {'value': 0.5, 'mcse': 0.01}}}}|The output loss has numbers, and so no probabilities of classes",
        "'outputs': {'program': {'probabilities': {'generl': {'value': 0.5, 'mcse': 0.01}}}}|The output program has no class 'generl' (did you mean 'general'?)",
        "'outputs': {'loss': {'mean': 1.625, 'mean_mcse': 0}}, 'mean': 1|'mean' stands beside 'outputs', and so is of no output; put it into one",
        "'outputs': {'loss': {}}|Output 'loss' has none of mean, sd, quantiles and probabilities",
        "'outputs': {}|'outputs' must be of the form {'loss': {'mean': …}}",
        "'outputs': {'loss': {'mean': 1}}|'mean' and 'mean_mcse' must be numbers, the second at least 0, but are 1 and missing",
      })
  void othersAreReportedWithTheirOutput(String figures, String problem) {
    assertThat(problems(figures.replace('\'', '"')))
        .singleElement()
        .satisfies(found -> assertThat(found.replace('"', '\'')).startsWith(problem));
  }
}
