package io.credence.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
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
   * @throws NoSuchFileException when it is certain that there is no such file
   * @throws FileSystemException when there is one, but not one that can be a part of a model: a
   *     folder, a pipe, a link that leaves the folder, a file without permission to read it; {@link
   *     FileSystemException#getReason} says so in words
   * @throws IOException when it can't be found out, or can't be read
   */
  InputStream open(String name) throws IOException;

  /**
   * A folder of the local file system. Only regular files are opened, and no link that leaves the
   * folder.
   */
  static ModelFolder local(Path folder) {
    return new LocalFolder(folder);
  }
}
