package io.credence.beam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePatternTest {

  private static FilePattern parquet(String text) {
    return FilePattern.of(text, FileKind.PARQUET);
  }

  @Test
  void namesBeginWithWhatIsFixed() {
    assertThat(parquet("/a/x").isName()).isTrue();
    assertThat(parquet("/a/x-*.p").isName()).isFalse();
    assertThat(parquet("/a/x-*.p").prefix()).isEqualTo("/a/x-");
    assertThat(parquet("/a/x-*.p").folder()).isEqualTo("/a/");
    assertThat(parquet("/a/2026-1[01]/?").prefix()).isEqualTo("/a/2026-1");
    assertThat(FilePattern.withoutBrackets("/x[1]/*", FileKind.PARQUET).folder())
        .isEqualTo("/x[1]/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/a/*.p /a/b.p true",
        "/a/*.p /a/b/c.p false",
        "/a/*.p /a/b.p.tmp false",
        "/a/b? /a/b1 true",
        "/a/b? /a/b/ false",
        // The whole of this list is what Python's glob, DuckDB and Polars say, too.
        "/a/**/*.p /a/b.p true",
        "/a/**/*.p /a/b/c/d.p true",
        "/a/**/b/*.p /a/b/c.p true",
        "/a/**/b/*.p /a/xb/c.p false",
        "/a/**.p /a/b/c.p true",
        "/a/** /a/b/c true",
        "/a/[bc].p /a/b.p true",
        "/a/[bc].p /a/d.p false",
        "/a/[!bc].p /a/d.p true",
        "/a/[!bc].p /a/b.p false",
        "/a/[a-c]1 /a/b1 true",
        "/a/[[]1] /a/[1] true",
        "/a/[b /a/[b true",
        "/a/{b,c*}.p /a/c1.p true",
        "/a/{b,c*}.p /a/d.p false",
        "/a/x{1 /a/x{1 true",
        "/a.c/*.p /abc/d.p false",
        "/a/*\\*.p /a/b\\c.p true"
      })
  void wildcards(String pattern, String name, boolean matches) {
    assertThat(parquet(pattern).matches(name)).isEqualTo(matches);
    assertThat(parquet(pattern).shows(name)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/.ipynb_checkpoints/b.p",
        "/a/_temporary/0/b.p",
        "/a/b/_c.p",
        "/a/b/.c.p",
        "/a/_SUCCESS.p"
      })
  void hiddenNamesAreNotShown(String name) {
    for (String pattern : new String[] {"/a/**/*.p", "/a/**.p", "/a/**"}) {
      assertThat(parquet(pattern).matches(name)).isTrue();
      assertThat(parquet(pattern).shows(name)).as(pattern).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/a/_b*.p /a/_b1.p",
        "/a/.b/*.p /a/.b/c.p",
        "/a/*/_b/* /a/c/_b/d",
        "/_a/*.p /_a/b.p",
        "/a/*/b.p /a/_year=2024/b.p"
      })
  void namesThatAPatternBeginsAreShown(String pattern, String name) {
    assertThat(parquet(pattern).shows(name)).isTrue();
  }

  /** Credence begins their names with an underscore, and its folders of work with a dot. */
  @Test
  void deadLettersAreNotHidden() {
    FilePattern letters = FilePattern.of("/a/**/*.jsonl", FileKind.DEAD_LETTERS);
    assertThat(letters.shows("/a/_part-00000-of-00001.jsonl")).isTrue();
    assertThat(letters.shows("/a/dead-letters/_part-00000-of-00001.jsonl")).isTrue();
    assertThat(letters.shows("/a/.credence-temp-0/_part-00000-of-00001.jsonl")).isFalse();
  }

  @Test
  void theNameOfAFolderIsNoPattern() {
    FilePattern files = FilePattern.within("s3://b/out[1]/*\\E?/", "*.json");
    assertThat(files.prefix()).isEqualTo("s3://b/out[1]/*\\E?/");
    assertThat(files.matches("s3://b/out[1]/*\\E?/_shard.json")).isTrue();
    assertThat(files.matches("s3://b/out1/x/shard.json")).isFalse();
    assertThat(files.isWithinOneFolder()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"/a/*.p,true", "/a/?-*,true", "/a/**,false", "/a/*/x,false", "'/a/{b/c,d}',false"})
  void whatLiesDeeperIsListedWhereItCanMatch(String pattern, boolean within) {
    assertThat(parquet(pattern).isWithinOneFolder()).isEqualTo(within);
  }

  @Test
  void foldersAreLookedIntoWhereFilesCanMatch() {
    assertThat(parquet("/a/b*/x.p").mayShowIn("/a/b1")).isTrue();
    assertThat(parquet("/a/b*/x.p").mayShowIn("/a/c1")).isFalse();
    assertThat(parquet("/a/b*/x.p").mayShowIn("/a/b1/c")).isFalse();
    assertThat(parquet("/a/**/x.p").mayShowIn("/a/b/c/d")).isTrue();
    assertThat(parquet("/a/**/x.p").mayShowIn("/a/_b")).isFalse();
    assertThat(parquet("/a/**/x.p").mayMatchIn("/a/_b")).isTrue();
  }

  @Test
  void whatIsNoSetOfCharactersIsRefused() {
    assertThatThrownBy(() -> parquet("/a/[z-a]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'/a/[z-a]' is no pattern of files: ");
  }
}
