package io.credence.beam.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** What a folder holds. Folders that the pattern does not name are not looked into. */
final class LocalListing {

  /**
   * An entry of a folder.
   *
   * @param is what it is itself: a link is no folder, wherever it leads
   */
  private record Entry(Path path, BasicFileAttributes is) {}

  private LocalListing() {}

  static List<MatchResult.Metadata> files(Path folder, String pattern) throws IOException {
    List<Entry> found = List.of();
    List<Path> folders = List.of(folder);
    for (String part : pattern.split("/", -1)) {
      found = new ArrayList<>();
      for (Path each : folders) {
        found.addAll(entries(each, part));
      }
      folders = found.stream().filter(entry -> entry.is().isDirectory()).map(Entry::path).toList();
    }
    return found.stream()
        .filter(entry -> !entry.is().isDirectory())
        .map(LocalListing::metadata)
        .toList();
  }

  static List<ResourceId> folders(Path folder) throws IOException {
    return entries(folder, "*").stream()
        .filter(entry -> entry.is().isDirectory())
        .map(entry -> FileSystems.matchNewResource(entry.path().toString(), true))
        .toList();
  }

  /** The entries, by name, whose names match. Of those that vanish meanwhile, nothing is said. */
  private static List<Entry> entries(Path folder, String pattern) throws IOException {
    PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern);
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(folder, path -> matcher.matches(path.getFileName()))) {
      for (Path path : all) {
        add(path, entries);
      }
    } catch (DirectoryIteratorException e) {
      throw LocalFailures.at(folder, Objects.requireNonNull(e.getCause(), "it wraps one"));
    } catch (IOException e) {
      if (LocalFailures.meansAbsent(folder, e)) {
        return List.of();
      }
      throw LocalFailures.at(folder, e);
    }
    entries.sort(Comparator.comparing(Entry::path));
    return entries;
  }

  private static void add(Path path, List<Entry> entries) throws IOException {
    try {
      entries.add(
          new Entry(
              path,
              Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
    } catch (NoSuchFileException e) {
      // It was deleted since its name was read.
    }
  }

  private static MatchResult.Metadata metadata(Entry entry) {
    return MatchResult.Metadata.builder()
        .setResourceId(FileSystems.matchNewResource(entry.path().toString(), false))
        .setSizeBytes(entry.is().size())
        .setIsReadSeekEfficient(true)
        .build();
  }
}
