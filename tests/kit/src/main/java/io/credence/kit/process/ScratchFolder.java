package io.credence.kit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new folder that is removed with all that is in it. */
public record ScratchFolder(Path path) implements AutoCloseable {

  public static ScratchFolder create() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("credence-"));
  }

  /** To be called when nothing writes into it any more. */
  @Override
  public void close() {
    try (Stream<Path> found = Files.walk(path)) {
      List<Path> paths = found.sorted(Comparator.reverseOrder()).toList();
      for (Path file : paths) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " could not be removed", e);
    }
  }
}
