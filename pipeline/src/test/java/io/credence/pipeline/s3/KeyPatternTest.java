package io.credence.pipeline.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPatternTest {

  @Test
  void namesBeginWithWhatIsFixed() {
    assertThat(KeyPattern.isOne("a/x")).isFalse();
    assertThat(KeyPattern.isOne("a/x-*.p")).isTrue();
    assertThat(new KeyPattern("", "a/x-*.p").prefix()).isEqualTo("a/x-");
    assertThat(new KeyPattern("", "a/2026-1[01]/?").prefix()).isEqualTo("a/2026-1");
    assertThat(new KeyPattern("out/", "*").prefix()).isEqualTo("out/");
  }

  @Test
  void wildcardsStandForWhatBeamSaysTheyDo() {
    KeyPattern one = new KeyPattern("", "a/*.parquet");
    assertThat(one.matches("a/b.parquet")).isTrue();
    assertThat(one.matches("a/b/c.parquet")).isFalse();
    assertThat(one.matches("a/b.parquet.tmp")).isFalse();
    assertThat(new KeyPattern("", "a/**.parquet").matches("a/b/c.parquet")).isTrue();
    assertThat(new KeyPattern("", "a/b?").matches("a/b1")).isTrue();
    assertThat(new KeyPattern("", "a/*").matches("a/")).isFalse();
  }

  @Test
  void theNameOfAFolderIsNoPattern() {
    KeyPattern files = new KeyPattern("out[1]/*\\E?/", "*.json");
    assertThat(files.prefix()).isEqualTo("out[1]/*\\E?/");
    assertThat(files.matches("out[1]/*\\E?/shard.json")).isTrue();
    assertThat(files.matches("out1/x/shard.json")).isFalse();
    assertThat(files.isWithinOneFolder()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/*.parquet", "a/?-*", "*"})
  void whatLiesDeeperIsNotListedWhereItCannotMatch(String pattern) {
    assertThat(new KeyPattern("", pattern).isWithinOneFolder()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/**", "a/*/x", "a/[^x]"})
  void whatLiesDeeperIsListedWhereItCanMatch(String pattern) {
    assertThat(new KeyPattern("", pattern).isWithinOneFolder()).isFalse();
  }
}
