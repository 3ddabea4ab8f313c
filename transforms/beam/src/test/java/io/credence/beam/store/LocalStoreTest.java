package io.credence.beam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk says, and what must not be taken for it. */
class LocalStoreTest {

  private final LocalStore store = new LocalStore();
  private final Path folder;

  LocalStoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void aLink() throws IOException {
    Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));
    Files.writeString(folder.resolve("a"), "one");
    Files.createDirectory(folder.resolve("folder"));
  }

  private ResourceId file(String name) {
    return FileSystems.matchNewResource(folder.resolve(name).toString(), false);
  }

  private ResourceId folder(String name) {
    return FileSystems.matchNewResource(folder.resolve(name).toString(), true);
  }

  private static String longName() {
    return "x".repeat(300);
  }

  private void write(String name, String text, boolean durable) throws IOException {
    try (WritableByteChannel channel = store.create(file(name), "text/plain", durable)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void whatIsNotThereHasNoSizeAndIsNotFound() throws IOException {
    for (String absent : List.of("b", "no/folder/b", "a/b", "a/b/c")) {
      assertThat(store.size(file(absent))).isEmpty();
      assertThatThrownBy(() -> store.open(file(absent)))
          .isInstanceOf(FileNotFoundException.class)
          .hasMessage(folder.resolve(absent) + ": no such file");
    }
  }

  @Test
  void aFailureIsNoAbsence() {
    for (String name : List.of("folder", "circle", "circle/b", longName())) {
      assertFails(name, () -> store.size(file(name)));
      assertFails(name, () -> store.open(file(name)));
    }
    for (String name : List.of("circle", longName(), "a")) {
      assertFails(name, () -> store.match(folder(name), "*"));
      assertFails(name, () -> store.folders(folder(name)));
    }
    assertFails("circle", () -> store.missingFolders(folder("circle/b")));
    assertFails("folder", () -> store.claim(file("folder"), "me"));
    assertFails("circle", () -> store.isHeld(file("circle")));
  }

  private void assertFails(
      String name, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(FileNotFoundException.class)
        .message()
        .startsWith(folder.resolve(name).toString())
        .contains(": ");
  }

  @Test
  void whatIsNoRegularFileIsNotRead() throws IOException {
    assertThatThrownBy(() -> store.open(FileSystems.matchNewResource("/dev/zero", false)))
        .hasMessage("/dev/zero: is no regular file");
    assertThatThrownBy(() -> store.open(file("folder")))
        .hasMessage(folder.resolve("folder") + ": is a folder");
  }

  @Test
  void listsWhatAPatternNames() throws IOException {
    write("[x]/.temp-1/p", "", false);
    write("[x]/.temp-2/q", "", false);
    write("[x]/other/r", "", false);
    write("[x]/s", "four", false);
    Files.createSymbolicLink(folder.resolve("[x]/link"), folder);
    assertThat(store.match(folder("[x]"), ".temp-*/*"))
        .extracting(found -> found.resourceId().getFilename())
        .containsExactly("p", "q");
    assertThat(store.match(folder("[x]"), "*"))
        .extracting(found -> found.resourceId().getFilename())
        .containsExactly("link", "s");
    assertThat(store.match(folder("[x]"), "s"))
        .extracting(MatchResult.Metadata::sizeBytes)
        .containsExactly(4L);
    assertThat(store.folders(folder("[x]")))
        .extracting(ResourceId::toString)
        .containsExactly(
            folder.resolve("[x]/.temp-1") + "/",
            folder.resolve("[x]/.temp-2") + "/",
            folder.resolve("[x]/other") + "/");
    assertThat(store.match(folder("nothing"), "*")).isEmpty();
    assertThat(store.match(folder("a/nothing"), "*")).isEmpty();
    assertThat(store.folders(folder("nothing"))).isEmpty();
  }

  @Test
  void aFileIsBegunOnce() throws IOException {
    write("new/folders/b", "two", true);
    assertThat(folder.resolve("new/folders/b")).hasContent("two");
    assertThatThrownBy(() -> write("new/folders/b", "three", false))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("new/folders/b")).hasContent("two");
  }

  @Test
  void replacesInOneStep() throws IOException {
    for (String text : List.of("two", "three")) {
      for (String name : List.of("a", "new")) {
        store.replace(
            file(name), text.getBytes(StandardCharsets.UTF_8), file("begun"), text.equals("two"));
        assertThat(folder.resolve(name)).hasContent(text);
        assertThat(folder.resolve("begun")).doesNotExist();
      }
    }
    assertFails("folder", () -> store.replace(file("folder"), new byte[1], file("begun"), true));
    assertThat(folder.resolve("folder")).isDirectory();
  }

  @Test
  void movesOntoNothing() throws IOException {
    store.move(file("a"), file("new/a"), 3);
    assertThat(folder.resolve("a")).doesNotExist();
    assertThat(folder.resolve("new/a")).hasContent("one");
    assertThatThrownBy(() -> store.move(file("a"), file("new/a"), 3))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void aMoveNeverReplaces() throws IOException {
    Files.writeString(folder.resolve("b"), "two");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
    for (String taken : List.of("b", "folder", "circle", "link")) {
      assertThatThrownBy(() -> store.move(file("a"), file(taken), 3))
          .isInstanceOf(FileAlreadyExistsException.class)
          .hasMessage(folder.resolve(taken) + ": exists already and is not replaced");
    }
    assertThat(folder.resolve("a")).hasContent("one");
    assertThat(folder.resolve("b")).hasContent("two");
  }

  @Test
  void aMoveThatBrokeOffIsMadeAgain() throws IOException {
    Files.createLink(folder.resolve("b"), folder.resolve("a"));
    store.move(file("a"), file("b"), 3);
    assertThat(folder.resolve("a")).doesNotExist();
    assertThat(folder.resolve("b")).hasContent("one");
  }

  @Test
  void deletesWhatIsThere() throws IOException {
    store.delete(List.of(file("b"), file("a/b"), file("a")));
    assertThat(folder.resolve("a")).doesNotExist();
    write("folder/x", "", false);
    assertFails("folder", () -> store.delete(List.of(file("folder"))));
    assertFails(longName(), () -> store.delete(List.of(file(longName()))));
  }

  @Test
  void foldersThatWereMadeAreTakenAwayWhileTheyAreEmpty() throws IOException {
    List<ResourceId> missing = store.missingFolders(folder("folder/b/c"));
    assertThat(missing).containsExactly(folder("folder/b/c"), folder("folder/b"));
    Files.createDirectories(folder.resolve("folder/b/c"));
    store.deleteEmpty(missing);
    assertThat(folder.resolve("folder")).isEmptyDirectory();
    write("folder/b/x", "", false);
    store.deleteEmpty(missing);
    assertThat(folder.resolve("folder/b/x")).exists();
  }
}
