package io.credence.beam.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The disk of this machine, or one that machines share by a path. Beam's file system for it takes
 * every failure to open a file for the file's absence, and replaces what it renames onto.
 */
final class LocalStore implements ObjectStore {

  static final String SCHEME = "file";

  @Override
  public String scheme() {
    return SCHEME;
  }

  static Path path(ResourceId file) {
    return Path.of(file.toString());
  }

  @Override
  public Optional<MatchResult.Metadata> file(String location) throws IOException {
    Path path = Path.of(location);
    try {
      BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
      return is.isDirectory() ? Optional.empty() : Optional.of(LocalSearch.metadata(path, is));
    } catch (IOException e) {
      if (LocalFailures.meansAbsent(path, e)) {
        return Optional.empty();
      }
      throw LocalFailures.at(path, e);
    }
  }

  @Override
  public void sift(FileSieve sieve) throws IOException {
    LocalSearch.sift(sieve);
  }

  @Override
  public List<MatchResult.Metadata> match(ResourceId folder, String pattern) throws IOException {
    return LocalListing.files(path(folder), pattern);
  }

  @Override
  public List<ResourceId> folders(ResourceId folder) throws IOException {
    return LocalListing.folders(path(folder));
  }

  @Override
  public OptionalLong size(ResourceId file) throws IOException {
    Path path = path(file);
    try {
      return OptionalLong.of(regularSize(path));
    } catch (IOException e) {
      if (LocalFailures.meansAbsent(path, e)) {
        return OptionalLong.empty();
      }
      throw LocalFailures.at(path, e);
    }
  }

  /** What is opened as a file may be a folder, or a pipe that gives its reader nothing for ever. */
  private static long regularSize(Path path) throws IOException {
    BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
    if (!is.isRegularFile()) {
      throw new IOException(is.isDirectory() ? "is a folder" : "is no regular file");
    }
    return is.size();
  }

  @Override
  public SeekableByteChannel open(ResourceId file) throws IOException {
    Path path = path(file);
    try {
      regularSize(path);
      return FileChannel.open(path, StandardOpenOption.READ);
    } catch (IOException e) {
      throw LocalFailures.at(path, e);
    }
  }

  @Override
  public WritableByteChannel create(ResourceId file, String mimeType, boolean durable)
      throws IOException {
    return LocalFile.create(path(file), durable);
  }

  @Override
  public void replace(ResourceId file, byte[] content, ResourceId begun, boolean durable)
      throws IOException {
    try (WritableByteChannel channel = LocalFile.create(path(begun), durable)) {
      for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
        channel.write(rest);
      }
    }
    Path path = path(file);
    try {
      Files.move(path(begun), path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw LocalFailures.at(path, e);
    }
    if (durable) {
      settle(List.of(file.getCurrentDirectory()));
    }
  }

  @Override
  public void move(ResourceId from, ResourceId to, long bytes) throws IOException {
    LocalMove.make(path(from), path(to));
  }

  /** A disk is as fast in the thread that asks. */
  @Override
  public int movesAtOnce() {
    return 1;
  }

  @Override
  public void settle(Collection<ResourceId> folders) throws IOException {
    for (ResourceId folder : new LinkedHashSet<>(folders)) {
      LocalFolders.force(path(folder));
    }
  }

  @Override
  public void delete(Collection<ResourceId> files) throws IOException {
    for (ResourceId file : files) {
      LocalDeletion.of(path(file));
    }
  }

  @Override
  public List<ResourceId> missingFolders(ResourceId folder) throws IOException {
    List<ResourceId> missing = new ArrayList<>();
    for (Path path : LocalFolders.missing(path(folder))) {
      missing.add(FileSystems.matchNewResource(path.toString(), true));
    }
    return missing;
  }

  /** Where one holds something, those above it do as well. */
  @Override
  public void deleteEmpty(List<ResourceId> folders) throws IOException {
    for (ResourceId folder : folders) {
      if (!LocalDeletion.tryTo(path(folder))) {
        return;
      }
    }
  }

  @Override
  public Claim claim(ResourceId file, String owner) throws IOException {
    Path path = path(file);
    try {
      return LocalClaim.make(path, owner);
    } catch (ClaimedException | FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      throw LocalFailures.at(path, e);
    }
  }

  @Override
  public boolean isHeld(ResourceId claim) throws IOException {
    Path path = path(claim);
    try {
      return LocalClaim.isHeld(path);
    } catch (IOException e) {
      throw LocalFailures.at(path, e);
    }
  }

  @Override
  public boolean tellsTheDead() {
    return true;
  }
}
