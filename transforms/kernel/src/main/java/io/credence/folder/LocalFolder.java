package io.credence.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A model folder of the local file system. Only regular files are opened, because a pipe may never
 * end, and a device never does; and only what lies in the folder, because a link could put the
 * words of any other file into messages. Links within the folder are followed, as volumes of
 * Kubernetes have them.
 */
record LocalFolder(Path folder) implements ModelFolder {

  @Override
  public String location() {
    return folder.toString();
  }

  @Override
  public InputStream open(String name) throws IOException {
    Path file = folder.resolve(name);
    try {
      // Without following links, so that a link to nowhere is not taken for an absent file.
      Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Files.newInputStream(regularFile(file), LinkOption.NOFOLLOW_LINKS);
    } catch (AccessDeniedException e) {
      throw refused(file, "this process lacks the permission to read it", e);
    }
  }

  private Path regularFile(Path file) throws IOException {
    Path real;
    try {
      real = file.toRealPath();
    } catch (NoSuchFileException e) {
      throw refused(file, "it is a link to a file that does not exist", e);
    }
    if (!real.startsWith(folder.toRealPath())) {
      throw refused(file, "it is a link that leaves the model folder; copy the file", null);
    }
    BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw refused(file, "it is a folder", null);
    }
    if (!attributes.isRegularFile()) {
      throw refused(file, "it is no regular file, but a pipe, a socket or a device", null);
    }
    return real;
  }

  private static FileSystemException refused(
      Path file, String reason, @Nullable IOException cause) {
    FileSystemException refusal = new FileSystemException(file.toString(), null, reason);
    if (cause != null) {
      refusal.initCause(cause);
    }
    return refusal;
  }
}
