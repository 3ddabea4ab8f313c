package io.credence.beam;

import io.credence.folder.ModelFolder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.NoSuchFileException;
import java.util.TreeMap;

/**
 * A model folder that travels with a job, for workers that can't read the folder it was taken from.
 * What was not in that folder is not in this one either.
 *
 * @param location where it was taken from, for messages
 * @param files the content of each file by name
 */
record CarriedFolder(String location, TreeMap<String, byte[]> files)
    implements ModelFolder, Serializable {

  @Override
  public InputStream open(String name) throws NoSuchFileException {
    byte[] content = files.get(name);
    if (content == null) {
      throw new NoSuchFileException(name, null, "does not travel with the model of " + location);
    }
    return new ByteArrayInputStream(content);
  }

  long bytes() {
    return files.values().stream().mapToLong(content -> content.length).sum();
  }
}
