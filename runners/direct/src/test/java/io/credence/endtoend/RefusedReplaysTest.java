package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.deadletter.DeadLetterCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays that are wrong are refused before anything is sent, with a line for each fault. */
class RefusedReplaysTest {

  private static final String GOOD = "{\"code\":\"WRONG_TYPE\",\"record\":{}}";
  private static final String OUTPUT = "--output=kafka://127.0.0.1:1/flights";

  private final Path folder;

  RefusedReplaysTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void allFaultsAtOnce() {
    Run.of("replay", "--codes=UNSEEN_LEVEL,UNSEEN", "--startAt=latest")
        .refused(
            "--codes: there is no code 'UNSEEN'; there are: "
                + Arrays.stream(DeadLetterCode.values())
                    .map(Enum::name)
                    .collect(Collectors.joining(", ")),
            "--startAt=latest: must be committed or earliest",
            "--output is required; credence help replay explains it",
            "--deadLetters is required; credence help replay explains it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --deadLetters=kafka://x/y | --deadLetters=kafka://x/y: messages go to topics: must be kafka://HOST:PORT[,HOST:PORT]/TOPIC
          --deadLetters=gs://b/d    | --deadLetters=gs://b/d: can't be read: No filesystem found for scheme gs
          --deadLetters=/nowhere/at/all | --deadLetters=/nowhere/at/all: there are no files of dead letters, *.jsonl
          --dryRun=perhaps          | --dryRun=perhaps: must be true or false
          --deadLetter=x            | There is no option --deadLetter (did you mean --deadLetters?)
          """)
  void oneFault(String option, String line) {
    Run.of("replay", OUTPUT, option).refused(line);
  }

  @Test
  void brokersThatDoNotAnswer() {
    Run.of("replay", "--deadLetters=kafka://127.0.0.1:1/dead", OUTPUT)
        .refused(
            "--deadLetters=kafka://127.0.0.1:1/dead: no broker answers at 127.0.0.1:1 (security.protocol is PLAINTEXT)");
  }

  @Test
  void settingsThatAreNotForAFileToSet() throws IOException {
    Path settings = Files.writeString(folder.resolve("k.properties"), "transactional.id=mine\n");
    Run.of("replay", "--deadLetters=kafka://127.0.0.1:1/d", OUTPUT, "--kafkaProperties=" + settings)
        .refused(
            "--kafkaProperties=%s: has transactional.id, which is not for a file to set; leave it out"
                .formatted(settings));
  }

  @Test
  void linesThatAreNoDeadLetters() throws IOException {
    Path a = Files.writeString(folder.resolve("_a.jsonl"), GOOD + "\n\n" + GOOD + "\n[]\n");
    Path b = Files.writeString(folder.resolve("b.jsonl"), "{\"x\":1}");
    Run.of("replay", "--deadLetters=" + folder, OUTPUT, "--startAt=earliest")
        .refused(
            "--startAt=earliest: is for topics; files are always sent from their beginning",
            a + ", line 2: is no dead letter: must be a JSON object",
            a + ", line 4: is no dead letter: must be a JSON object",
            b + ", line 1: is no dead letter: must have a text 'code'");
  }

  @Test
  void manyLinesThatAreNoDeadLetters() throws IOException {
    Path file = folder.resolve("[x].jsonl");
    Files.writeString(file, String.join("\n", Collections.nCopies(1000, "no JSON")));
    Run run = Run.of("replay", "--deadLetters=" + file, OUTPUT);
    assertThat(run.exit().number()).isEqualTo(2);
    assertThat(run.err()).hasSize(11).endsWith(file + ": the lines after these were not read");
  }
}
