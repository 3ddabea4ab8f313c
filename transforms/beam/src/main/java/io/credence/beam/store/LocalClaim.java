package io.credence.beam.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A file with a lock of the operating system's, which ends with the process that has it. So a file
 * that is there without a lock is of an owner that died, and goes to the next. Where a disk has no
 * locks, the file's existence alone is the claim.
 */
final class LocalClaim implements Claim {

  /** A look at a claim has the lock for a moment. */
  private static final int TRIES = 5;

  private static final long PAUSE_MILLIS = 20;

  private final Path path;
  private final LockedFile file;

  private LocalClaim(Path path, LockedFile file) {
    this.path = path;
    this.file = file;
  }

  static LocalClaim make(Path path, String owner) throws IOException {
    Path folder = Objects.requireNonNull(path.getParent(), "a file is in a folder");
    LocalFolders.create(folder, true); // Results may lie in it before anything else is forced.
    Path real = folder.toRealPath().resolve(path.getFileName());
    if (!HeldFiles.add(real)) {
      throw new ClaimedException(path.toString(), true);
    }
    boolean made = false;
    try {
      LocalClaim claim = new LocalClaim(real, lock(real));
      made = true;
      claim.write(owner);
      return claim;
    } finally {
      if (!made) {
        HeldFiles.remove(real);
      }
    }
  }

  private static LockedFile lock(Path path) throws IOException {
    for (int i = 1; ; i++) {
      try {
        Optional<LockedFile> locked = LockedFile.open(path);
        if (locked.isPresent()) {
          return locked.get();
        }
      } catch (ClaimedException e) {
        if (i >= TRIES) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a claim was made");
    }
  }

  /** A claim that can't be written, as on a full disk, is given up. */
  private void write(String owner) throws IOException {
    boolean written = false;
    try {
      file.write(owner + "\n");
      written = true;
    } finally {
      if (!written) {
        close();
      }
    }
  }

  /** Whether a process that is alive has a claim. */
  static boolean isHeld(Path path) throws IOException {
    Path folder = Objects.requireNonNull(path.getParent(), "a file is in a folder");
    try {
      if (HeldFiles.contains(folder.toRealPath().resolve(path.getFileName()))) {
        return true;
      }
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        return isLocked(channel);
      }
    } catch (NoSuchFileException e) {
      return false;
    } catch (AccessDeniedException e) {
      return true; // Another user's process, which this one may not look at.
    }
  }

  private static boolean isLocked(FileChannel channel) {
    try (FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return true; // Without locks it is unknown; an owner that is alive then loses nothing.
    }
  }

  @Override
  public boolean isHeld() throws IOException {
    return file.isNamed();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      file.delete();
    } finally {
      HeldFiles.remove(path);
    }
  }
}
