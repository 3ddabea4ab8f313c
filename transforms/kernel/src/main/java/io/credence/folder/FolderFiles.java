package io.credence.folder;

import io.credence.model.ModelDigest;
import io.credence.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the files that a model consists of, each once, and digests them as it goes. */
final class FolderFiles {

  private static final byte[] REPORTED = {};

  private final ModelFolder folder;
  private final Map<String, String> digests = new TreeMap<>();

  FolderFiles(ModelFolder folder) {
    this.folder = folder;
  }

  /**
   * Reads a file that is part of the model.
   *
   * @param maxBytes how large it may be
   * @return its content, or null when a problem was reported
   */
  byte @Nullable [] read(String name, int maxBytes, Problems log, int line) throws IOException {
    byte[] content = content(name, maxBytes, log, line);
    if (content == null) {
      log.add(line, "There is no file '%s' in %s".formatted(name, folder.location()));
    }
    if (content == null || content == REPORTED) {
      return null;
    }
    digests.put(name, HexFormat.of().formatHex(sha256(content)));
    return content;
  }

  /**
   * Reads a file that is about the model rather than part of it; null when there is none, or a
   * problem was reported.
   */
  byte @Nullable [] readIfPresent(String name, int maxBytes, Problems log, int line)
      throws IOException {
    byte[] content = content(name, maxBytes, log, line);
    return content == REPORTED ? null : content;
  }

  /** The content; null when there is no such file, REPORTED when it is none that can be used. */
  private byte @Nullable [] content(String name, int maxBytes, Problems log, int line)
      throws IOException {
    try (InputStream in = folder.open(name)) {
      byte[] content = in.readNBytes(maxBytes);
      if (in.read() >= 0) {
        log.add(line, "'%s' is larger than the limit of %s bytes".formatted(name, maxBytes));
        return REPORTED;
      }
      return content;
    } catch (NoSuchFileException e) {
      return null;
    } catch (FileSystemException e) {
      log.add(line, "'%s' can't be read: %s".formatted(name, reason(e)));
      return REPORTED;
    } catch (OutOfMemoryError e) {
      log.add(
          line, "'%s' does not fit into the memory of this process; raise -Xmx".formatted(name));
      return REPORTED;
    }
  }

  private static String reason(FileSystemException failure) {
    String reason = failure.getReason();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }

  /** The SHA-256 of each file that is part of the model, in hexadecimal, by name. */
  Map<String, String> digests() {
    return new TreeMap<>(digests);
  }

  /** What {@code sha256sum} prints for the files, in the order of their names, digested in turn. */
  ModelDigest digest() {
    return ModelDigest.ofFiles(digests);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
