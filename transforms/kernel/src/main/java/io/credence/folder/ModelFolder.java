package io.credence.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a model's files are read from: a local folder, or any other store. */
public interface ModelFolder {

  /** A path or URI, for messages. */
  String location();

  /**
   * Opens a file.
   *
   * @param name a plain file name, never a path
   * @throws NoSuchFileException when there is no such file
   * @throws IOException when it can't be read
   */
  InputStream open(String name) throws IOException;

  /** A folder of the local file system. */
  static ModelFolder local(Path folder) {
    return new ModelFolder() {
      @Override
      public String location() {
        return folder.toString();
      }

      @Override
      public InputStream open(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
      }
    };
  }
}
