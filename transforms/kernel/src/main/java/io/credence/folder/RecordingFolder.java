package io.credence.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps what is read from another folder, so that what is taken elsewhere is what was digested and
 * verified: reading the files a second time could find others.
 */
public final class RecordingFolder implements ModelFolder {

  private final ModelFolder folder;
  private final TreeMap<String, ByteArrayOutputStream> read = new TreeMap<>();

  /** Records what is read from a folder. */
  public RecordingFolder(ModelFolder folder) {
    this.folder = folder;
  }

  @Override
  public String location() {
    return folder.location();
  }

  @Override
  public InputStream open(String name) throws IOException {
    InputStream in = folder.open(name);
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    read.put(name, copy);
    return new CopiedStream(in, copy);
  }

  /** The content of each file that was read until now, by name. */
  public SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    read.forEach((name, copy) -> files.put(name, copy.toByteArray()));
    return files;
  }

  /** Copies whatever is read; skipping reads as well, because it is {@link InputStream}'s own. */
  private static final class CopiedStream extends InputStream {

    private final InputStream in;
    private final ByteArrayOutputStream copy;

    CopiedStream(InputStream in, ByteArrayOutputStream copy) {
      this.in = in;
      this.copy = copy;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      if (value >= 0) {
        copy.write(value);
      }
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      if (count > 0) {
        copy.write(buffer, offset, count);
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
