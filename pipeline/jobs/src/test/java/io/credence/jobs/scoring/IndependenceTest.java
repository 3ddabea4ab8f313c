package io.credence.jobs.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources and sinks know no other, so that another one touches none of them. */
class IndependenceTest {

  private static final Path JOBS = Path.of("src/main/java/io/credence/jobs");
  private static final Pattern END = Pattern.compile("jobs\\.((?:source|sink)\\.\\w+)");

  @ParameterizedTest
  @ValueSource(
      strings = {"source.files", "source.topic", "sink.folder", "sink.rolling", "sink.topic"})
  void anEndNamesItselfAlone(String end) throws IOException {
    assertThat(ends(end)).containsOnly("jobs." + end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scoring", "output"})
  void whatTheyShareNamesNone(String shared) throws IOException {
    assertThat(ends(shared)).isEmpty();
  }

  private static List<String> ends(String of) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(JOBS.resolve(of.replace('.', '/')))) {
      for (Path file : files.toList()) {
        text.append(Files.readString(file));
      }
    }
    return END.matcher(text).results().map(MatchResult::group).distinct().toList();
  }
}
