package io.credence.beam;

import io.credence.beam.store.StoredFile;
import io.credence.folder.ModelFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * A model folder on any file system that Beam knows. Beam says of a local file that can't be opened
 * that it was not found, whatever the reason is, so that local folders are read without it.
 *
 * @param location a local path or a URI
 */
public record FileSystemFolder(String location) implements ModelFolder {

  private static final String LOCAL = "file";

  @Override
  public InputStream open(String name) throws IOException {
    ResourceId folder = StoredFile.at(location, true);
    if (folder.getScheme().equals(LOCAL)) {
      return ModelFolder.local(Path.of(folder.toString())).open(name);
    }
    ResourceId file = folder.resolve(name, StandardResolveOptions.RESOLVE_FILE);
    try {
      return Channels.newInputStream(StoredFile.open(file));
    } catch (FileNotFoundException e) {
      NoSuchFileException missing = new NoSuchFileException(file.toString());
      missing.initCause(e);
      throw missing;
    }
  }
}
