package io.credence.beam.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import org.apache.beam.sdk.io.fs.MatchResult;

/** Gives a sieve what lies on the local disk. Links are followed. */
final class LocalSearch extends SimpleFileVisitor<Path> {

  private final Path root;
  private final FileSieve sieve;

  private LocalSearch(Path root, FileSieve sieve) {
    this.root = root;
    this.sieve = sieve;
  }

  static void sift(FileSieve sieve) throws IOException {
    Path root = Path.of(sieve.folder());
    Files.walkFileTree(
        root,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new LocalSearch(root, sieve));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
    return isWanted(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
  }

  private boolean isWanted(Path folder) {
    return folder.equals(root) || sieve.wantsFolder(folder.toString());
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
    try {
      sieve.file(file.toString(), () -> readable(file, is));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return FileVisitResult.CONTINUE;
  }

  private static MatchResult.Metadata readable(Path file, BasicFileAttributes is) {
    try {
      UnreadNames.refuse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return metadata(file, is);
  }

  /** What is not wanted, or has been deleted meanwhile, need not be looked into. */
  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
    if (LocalFailures.meansAbsent(path, failure) || !isWanted(path)) {
      return FileVisitResult.CONTINUE;
    }
    throw LocalFailures.at(path, failure);
  }

  static MatchResult.Metadata metadata(Path file, BasicFileAttributes is) {
    return MatchResult.Metadata.builder()
        .setResourceId(StoredFile.at(file.toString(), false))
        .setSizeBytes(is.size())
        .setIsReadSeekEfficient(true)
        .build();
  }
}
