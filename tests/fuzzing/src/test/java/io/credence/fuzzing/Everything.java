package io.credence.fuzzing;

import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import io.credence.folder.ModelLoader;
import io.credence.model.Model;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A model with features and parameters of all kinds; any of its files may be replaced. */
final class Everything {

  private static final Path FOLDER = Path.of("src/test/resources/model");

  private final Map<String, byte[]> files = new HashMap<>();

  Everything() {
    try {
      for (String name : new String[] {"model.yaml", "posterior.nc"}) {
        files.put(name, Files.readAllBytes(FOLDER.resolve(name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Everything with(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  /** Puts more behind what a file has. */
  Everything adding(String name, byte[] more) {
    byte[] content = files.getOrDefault(name, new byte[0]);
    byte[] all = Arrays.copyOf(content, content.length + more.length);
    System.arraycopy(more, 0, all, content.length, more.length);
    return with(name, all);
  }

  Model load() throws ModelException {
    try {
      return ModelLoader.load(new InMemory(files)).model();
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be read", e);
    }
  }

  private record InMemory(Map<String, byte[]> files) implements ModelFolder {

    @Override
    public String location() {
      return "memory";
    }

    @Override
    public InputStream open(String name) throws IOException {
      byte[] content = files.get(name);
      if (content == null) {
        throw new NoSuchFileException(name);
      }
      return new ByteArrayInputStream(content);
    }
  }
}
