package io.credence.registry.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The disk of this machine, or one that machines share by a path. A file is written under a
 * temporary name, and a link gives it its own: of several, the file system lets one be first, where
 * a rename would replace.
 */
public final class LocalRegistryStore implements RegistryStore {

  private static final String TEMPORARY = ".credence-temp-";

  private final Path root;

  /**
   * A registry in a folder, which need not be there yet.
   *
   * @param root an absolute path
   */
  public LocalRegistryStore(Path root) {
    this.root = root;
  }

  @Override
  public String location() {
    return root.toString();
  }

  @Override
  public String location(String folder) {
    return root.resolve(folder).toString();
  }

  @Override
  public List<String> list(String folder) throws IOException {
    List<String> names = new ArrayList<>();
    Path path = root.resolve(folder);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (!name.startsWith(TEMPORARY)) {
          names.add(Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) ? name + "/" : name);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (NotDirectoryException e) {
      throw new IOException(path + ": is no folder", e);
    }
    return names;
  }

  @Override
  public byte[] read(String name, int maxBytes) throws IOException {
    Path file = root.resolve(name);
    // What was linked or piped into a registry is not what the registry created.
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + ": is no regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(maxBytes);
      if (content.length == maxBytes && in.read() >= 0) {
        throw new IOException("%s: is larger than %s bytes".formatted(file, maxBytes));
      }
      return content;
    }
  }

  @Override
  public boolean create(String name, byte[] content) throws IOException {
    Path file = root.resolve(name);
    Path folder = file.getParent();
    createFolder(folder);
    Path begun = file.resolveSibling(TEMPORARY + UUID.randomUUID());
    try {
      write(begun, content);
      return link(file, begun, content);
    } finally {
      Files.deleteIfExists(begun);
      force(folder);
    }
  }

  private boolean link(Path file, Path begun, byte[] content) throws IOException {
    try {
      Files.createLink(file, begun);
      return true;
    } catch (FileAlreadyExistsException e) {
      // Perhaps by an earlier call whose answer was lost.
      return holds(file, content);
    } catch (UnsupportedOperationException e) {
      throw new IOException(
          folderOf(file) + ": this file system can't link files, which a registry needs", e);
    }
  }

  private static boolean holds(Path file, byte[] content) throws IOException {
    return Files.size(file) == content.length && Arrays.equals(Files.readAllBytes(file), content);
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Each folder that is new is on the disk before something lies in it. */
  private static void createFolder(@Nullable Path folder) throws IOException {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    createFolder(folder.getParent());
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw new IOException(folder + ": is no folder", e);
      }
    }
    force(folder.getParent());
  }

  private static void force(@Nullable Path folder) throws IOException {
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? file : folder;
  }
}
