package io.credence.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is written anew each time. */
final class ScratchFile {

  private final Path path;

  ScratchFile(String ending) throws IOException {
    path = Files.createTempFile("credence-fuzz", ending);
    path.toFile().deleteOnExit();
  }

  String holding(byte[] bytes) throws IOException {
    Files.write(path, bytes);
    return path.toString();
  }
}
