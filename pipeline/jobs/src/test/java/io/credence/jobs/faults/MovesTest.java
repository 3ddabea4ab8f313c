package io.credence.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.files.Move;
import io.credence.files.Moves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moves ask of a disk: with very many files, each question is as much as a file. */
@Tag("faults")
class MovesTest {

  /** So many that folders are listed. */
  private static final int FILES = 30;

  private final Path folder;

  MovesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Moves moves() throws IOException {
    Files.createDirectory(folder.resolve("named"));
    Path begun = Files.createDirectory(folder.resolve("begun"));
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      String name = "f" + i;
      Files.writeString(begun.resolve(name), "x");
      moves.add(
          new Move(
              begun.resolve(name).toString(), folder.resolve("named").resolve(name).toString(), 1));
    }
    return new Moves(moves);
  }

  @Test
  void aPublicationListsEachFolderOnceAndWhatArrivedOnceMore() throws Exception {
    Moves moves = moves();
    List<String> calls = Faults.calls(folder, () -> moves.check().make(true));
    assertThat(calls.stream().filter("list begun"::equals)).hasSize(1);
    assertThat(calls.stream().filter("list named"::equals)).hasSize(2);
    assertThat(calls.stream().filter("force named"::equals)).hasSize(1);
    assertThat(calls.stream().filter("stat named/f7"::equals)).hasSize(1);
    assertThat(folder.resolve("named/f7")).hasContent("x");
  }
}
