package io.credence.folder;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.NoSuchFileException;
import java.util.TreeMap;

/**
 * A model folder of files that were read before, such as by a {@link RecordingFolder}. What is not
 * among them is not there.
 *
 * @param location where they were read from, for messages
 * @param files the content of each by name
 */
public record MemoryFolder(String location, TreeMap<String, byte[]> files)
    implements ModelFolder, Serializable {

  @Override
  public InputStream open(String name) throws NoSuchFileException {
    byte[] content = files.get(name);
    if (content == null) {
      throw new NoSuchFileException(name, null, "was not read from " + location);
    }
    return new ByteArrayInputStream(content);
  }

  /** How many bytes all files have. */
  public long bytes() {
    return files.values().stream().mapToLong(content -> content.length).sum();
  }
}
