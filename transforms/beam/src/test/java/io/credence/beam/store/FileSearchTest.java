package io.credence.beam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSearchTest {

  private final Path folder;

  FileSearchTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.createFile(file);
    }
  }

  private FoundFiles find(String pattern) throws IOException {
    return StoredFile.find(folder + "/" + pattern, FileKind.PARQUET);
  }

  private List<String> found(String pattern) throws IOException {
    return find(pattern).files().stream()
        .map(file -> relative(file.resourceId().toString()))
        .sorted()
        .toList();
  }

  private String relative(String name) {
    return name.substring(folder.toString().length() + 1);
  }

  private List<String> hidden(String pattern) throws IOException {
    return find(pattern).hidden().stream().map(this::relative).toList();
  }

  private List<String> others(String pattern) throws IOException {
    return find(pattern).others().stream().map(this::relative).toList();
  }

  @Test
  void aUriOfThisMachineIsItsPath() throws Exception {
    files("a.parquet");
    for (String beginning : List.of("file:", "file://", "file://localhost")) {
      assertThat(StoredFile.find(beginning + folder + "/*.parquet", FileKind.PARQUET).files())
          .isEqualTo(find("*.parquet").files())
          .hasSize(1);
    }
  }

  @Test
  void anyNumberOfFoldersIsAlsoNone() throws Exception {
    files("a.parquet", "2024/b.parquet", "2024/01/c.parquet");
    assertThat(found("**/*.parquet")).hasSize(3);
    assertThat(found("*.parquet")).containsExactly("a.parquet");
    assertThat(found("*/*.parquet")).containsExactly("2024/b.parquet");
  }

  @Test
  void whatIsHiddenIsLeftOutAndTold() throws Exception {
    files(
        "a.parquet",
        ".a.parquet.crc",
        "_SUCCESS",
        "_b.parquet",
        ".credence-temp-0/part.parquet",
        ".ipynb_checkpoints/a-checkpoint.parquet",
        "_temporary/0/a.parquet");
    List<String> hidden =
        List.of(".credence-temp-0/", ".ipynb_checkpoints/", "_b.parquet", "_temporary/");
    for (String pattern : List.of("**/*.parquet", "")) {
      assertThat(found(pattern)).as(pattern).containsExactly("a.parquet");
      assertThat(hidden(pattern)).as(pattern).containsExactlyElementsOf(hidden);
    }
    assertThat(hidden("*.parquet")).containsExactly("_b.parquet");
    assertThat(found("_temporary/**")).containsExactly("_temporary/0/a.parquet");
    assertThat(found("_b.parquet")).containsExactly("_b.parquet");
  }

  @Test
  void aFolderIsReadWholeAndTellsWhatItLeavesOut() throws Exception {
    files("in/a.parquet", "in/b/c.parquet", "in/b/d.pq", "in/e.txt", "in/_year=2024/f.parquet");
    assertThat(found("in"))
        .containsExactly("in/_year=2024/f.parquet", "in/a.parquet", "in/b/c.parquet");
    assertThat(found("in/")).hasSize(3);
    assertThat(others("in")).containsExactly("in/b/d.pq", "in/e.txt");
  }

  @Test
  void aFolderThatIsCalledLikeAFileIsReadAsOne() throws Exception {
    files("a.parquet", "b.parquet/part-0.parquet", "b.parquet/_SUCCESS", "b.parquet/x=1/c.parquet");
    for (String pattern : List.of("*.parquet", "**/*.parquet", "{a,b}.parquet")) {
      assertThat(found(pattern))
          .as(pattern)
          .containsExactly("a.parquet", "b.parquet/part-0.parquet", "b.parquet/x=1/c.parquet");
    }
  }

  @Test
  void otherFoldersThatMatchAreTold() throws Exception {
    files("in/a.parquet", "in/old/b.parquet");
    assertThat(found("in/*")).containsExactly("in/a.parquet");
    assertThat(others("in/*")).containsExactly("in/old/");
    assertThat(found("in/*/")).containsExactly("in/old/b.parquet");
  }

  @Test
  void bracketsMayBePartOfAName() throws Exception {
    files("x[1]/a.parquet", "y1/b.parquet", "y2/b.parquet", "z[1].parquet");
    assertThat(found("x[1]/*.parquet")).containsExactly("x[1]/a.parquet");
    assertThat(found("x[1]")).containsExactly("x[1]/a.parquet");
    assertThat(found("y[12]/*.parquet")).hasSize(2);
    assertThat(found("z[1].parquet")).containsExactly("z[1].parquet");
  }

  @Test
  void whatCanBeReadInTwoWaysIsRefused() throws Exception {
    files("x[1]/a.parquet", "x1/a.parquet");
    assertThatThrownBy(() -> found("x[1]/*.parquet"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "it is the name of %1$s/x[1]/a.parquet, and as a pattern it matches %1$s/x1/a.parquet; [[] stands for a bracket in a pattern",
            folder);
    assertThat(found("x[[]1]/*.parquet")).containsExactly("x[1]/a.parquet");
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    files("a");
    assertThat(find("b").isEmpty()).isTrue();
    assertThat(find("b/*.parquet").isEmpty()).isTrue();
    assertThat(find("a/*.parquet").isEmpty()).isTrue();
  }

  @Test
  void linksAreFollowedButNotInACircle() throws Exception {
    files("in/a.parquet");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("in"));
    assertThat(found("link")).containsExactly("link/a.parquet");
    Files.createSymbolicLink(folder.resolve("in/again"), folder.resolve("in"));
    assertThatThrownBy(() -> found("in")).isInstanceOf(IOException.class);
  }
}
