package io.credence.beam.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A file with a lock of the operating system's, which ends with the process that has it. So a file
 * that is there without a lock is of an owner that died, and goes to the next.
 *
 * <p>A lock is on a file and not on its name, and whoever opens a file may find that its owner has
 * deleted it since. So a lock counts only while the name still leads to the file that was locked.
 * Where a disk has no locks, the file's existence alone is the claim.
 */
final class LocalClaim implements Claim {

  /**
   * Those of this JVM. None of them is opened again: as a process closes a file, the system takes
   * away all locks that it has on it (POSIX, fcntl).
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** Whoever only looks has the lock for a moment. */
  private static final int TRIES = 5;

  private static final long PAUSE_MILLIS = 20;

  private final Path path;
  private final FileChannel channel;
  private final Object file;

  private LocalClaim(Path path, FileChannel channel, Object file) {
    this.path = path;
    this.channel = channel;
    this.file = file;
  }

  static LocalClaim make(Path path, String owner) throws IOException {
    Path folder = Objects.requireNonNull(path.getParent(), "a file is in a folder");
    LocalFolders.create(folder, false);
    Path real = folder.toRealPath().resolve(path.getFileName());
    if (!HELD.add(real)) {
      throw new ClaimedException(path.toString(), true);
    }
    boolean made = false;
    try {
      LocalClaim claim = make(real);
      made = true;
      claim.write(owner);
      return claim;
    } finally {
      if (!made) {
        HELD.remove(real);
      }
    }
  }

  private static LocalClaim make(Path path) throws IOException {
    for (int i = 1; ; i++) {
      try {
        Optional<LocalClaim> claim = tryTo(path);
        if (claim.isPresent()) {
          return claim.get();
        }
      } catch (ClaimedException e) {
        if (i == TRIES) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Empty when the file went away meanwhile. */
  private static Optional<LocalClaim> tryTo(Path path) throws IOException {
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
    Optional<LocalClaim> claim = Optional.empty();
    try {
      claim = lock(path, channel, isNew);
      return claim;
    } finally {
      if (claim.isEmpty()) {
        channel.close();
      }
    }
  }

  private static Optional<LocalClaim> lock(Path path, FileChannel channel, boolean isNew)
      throws IOException {
    Optional<Object> before = file(path);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (channel.tryLock() == null) {
        throw new ClaimedException(path.toString(), true);
      }
    } catch (OverlappingFileLockException e) {
      throw new ClaimedException(path.toString(), true);
    } catch (ClaimedException e) {
      throw e;
    } catch (IOException e) {
      if (!isNew) {
        throw new ClaimedException(path.toString(), false);
      }
    }
    return file(path).equals(before)
        ? Optional.of(new LocalClaim(path, channel, before.get()))
        : Optional.empty();
  }

  /** What a name leads to. */
  private static Optional<Object> file(Path path) throws IOException {
    try {
      BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(is.fileKey() == null ? path : is.fileKey());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** A claim that can't be written, as on a full disk, is given up. */
  private void write(String owner) throws IOException {
    try {
      channel.truncate(0);
      for (ByteBuffer rest = StandardCharsets.UTF_8.encode(owner + "\n"); rest.hasRemaining(); ) {
        channel.write(rest);
      }
    } catch (IOException e) {
      try (this) {
        throw e;
      }
    }
  }

  /** Whether somebody alive has a claim. */
  static boolean isHeld(Path path) throws IOException {
    Path folder = path.getParent();
    try {
      if (folder == null || HELD.contains(folder.toRealPath().resolve(path.getFileName()))) {
        return folder != null;
      }
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        return isLocked(channel);
      }
    } catch (NoSuchFileException e) {
      return false;
    } catch (AccessDeniedException e) {
      return true; // It is another user's, of whom nothing can be told.
    }
  }

  private static boolean isLocked(FileChannel channel) {
    try (FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return true; // Without locks it can't be told, and who is alive loses nothing.
    }
  }

  @Override
  public boolean isHeld() throws IOException {
    return file(path).filter(file::equals).isPresent();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (channel.isOpen() && isHeld()) {
        Files.delete(path); // While it is locked, so that it is this one.
      }
    } finally {
      HELD.remove(path);
    }
  }
}
