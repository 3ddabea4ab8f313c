package io.credence.beam.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/**
 * A file that is open, with a lock of the operating system's. A lock is on a file and not on its
 * name, and the name may have passed to another file between the opening and the lock. So the file
 * counts only where its name leads to it while it is locked.
 */
final class LockedFile implements Closeable {

  /** What systems say of a file system that knows no locks. Any other failure may pass. */
  private static final Set<String> NO_LOCKS =
      Set.of("Function not implemented", "Operation not supported", "Not supported");

  /** Larger than what owners write. */
  private static final long LEAST_SIZE = 1 << 10;

  private static final int SIZES = 1 << 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path path;
  private final FileChannel channel;
  private final Object key;

  private LockedFile(Path path, FileChannel channel, Object key) {
    this.path = path;
    this.channel = channel;
    this.key = key;
  }

  /**
   * Opens a file, which is made if it is not there, and locks it. Where a file system knows no
   * locks, only a new file is given.
   *
   * @return empty when the name passed to another file meanwhile
   * @throws ClaimedException when another has the lock, or may have it
   */
  static Optional<LockedFile> open(Path path) throws IOException {
    boolean isNew = true;
    FileChannel channel;
    try {
      channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      isNew = false;
      try {
        channel = FileChannel.open(path, StandardOpenOption.WRITE);
      } catch (NoSuchFileException gone) {
        return Optional.empty();
      }
    }
    Optional<LockedFile> locked = Optional.empty();
    try {
      lock(path, channel, isNew);
      locked = named(path, channel);
      return locked;
    } finally {
      if (locked.isEmpty()) {
        channel.close();
      }
    }
  }

  private static void lock(Path path, FileChannel channel, boolean isNew) throws IOException {
    try {
      if (channel.tryLock() == null) {
        throw new ClaimedException(path.toString(), true);
      }
    } catch (OverlappingFileLockException e) {
      throw new ClaimedException(path.toString(), true);
    } catch (ClaimedException e) {
      throw e;
    } catch (IOException e) {
      if (!meansNoLocks(e)) {
        throw new IOException("can't be locked (" + e.getMessage() + ")", e);
      }
      if (!isNew) {
        throw new ClaimedException(path.toString(), false);
      }
    }
  }

  /** Whether a file system knows no locks, of which a failure to lock is no proof in general. */
  static boolean meansNoLocks(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return NO_LOCKS.stream().anyMatch(message::contains);
  }

  /**
   * Finds out whether the name leads to this file. The JDK does not tell which file is open, and a
   * number of a file (inode) is given again after a deletion. But only the owner of a lock writes:
   * a size that is drawn now and seen by the name shows that the file is this one.
   */
  private static Optional<LockedFile> named(Path path, FileChannel channel) throws IOException {
    long size = LEAST_SIZE + RANDOM.nextInt(SIZES);
    channel.truncate(size);
    channel.write(ByteBuffer.allocate(1), size - 1);
    try {
      BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
      return is.size() == size
          ? Optional.of(new LockedFile(path, channel, key(path, is)))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** No other file gets the same one as long as this file is open. */
  private static Object key(Path path, BasicFileAttributes is) {
    return is.fileKey() == null ? path : is.fileKey();
  }

  /** Whether the name still leads to this file. */
  boolean isNamed() throws IOException {
    try {
      return key(path, Files.readAttributes(path, BasicFileAttributes.class)).equals(key);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Replaces what it holds. */
  void write(String text) throws IOException {
    channel.truncate(0);
    for (ByteBuffer rest = StandardCharsets.UTF_8.encode(text); rest.hasRemaining(); ) {
      channel.write(rest);
    }
  }

  /** Deletes the file while it is locked, so that it is this one; unless it was before. */
  void delete() throws IOException {
    if (channel.isOpen() && isNamed()) {
      Files.delete(path);
    }
  }

  /** Ends the lock. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
