package io.credence.beam.store;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Finds the files that a location names: a file, a folder or a pattern. */
final class FileSearch {

  private final ObjectStore store;
  private final FileKind kind;

  FileSearch(ObjectStore store, FileKind kind) {
    this.store = store;
    this.kind = kind;
  }

  /** Brackets may be wildcards or part of a name: the files that exist decide. */
  FoundFiles find(String location) throws IOException {
    FoundFiles pattern = find(FilePattern.of(location, kind));
    if (!FilePattern.hasBrackets(location)) {
      return pattern;
    }
    FoundFiles name = find(FilePattern.withoutBrackets(location, kind));
    if (!pattern.isEmpty() && !name.isEmpty() && !names(pattern).equals(names(name))) {
      throw new IllegalArgumentException(
          "it is the name of %s, and as a pattern it matches %s; [[] stands for a bracket in a pattern"
              .formatted(names(name).iterator().next(), names(pattern).iterator().next()));
    }
    return pattern.isEmpty() ? name : pattern;
  }

  private static Set<ResourceId> names(FoundFiles found) {
    return found.files().stream()
        .map(MatchResult.Metadata::resourceId)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private FoundFiles find(FilePattern pattern) throws IOException {
    String text = pattern.toString();
    boolean wantsFolders = text.endsWith("/");
    if (!pattern.isName()) {
      return sifted(
          wantsFolders
              ? FileSieve.ofFolders(pattern.withoutSlash(), kind)
              : FileSieve.of(pattern, kind));
    }
    Optional<MatchResult.Metadata> file = wantsFolders ? Optional.empty() : store.file(text);
    return file.isPresent()
        ? FoundFiles.one(file.get())
        : sifted(FileSieve.ofFolder(wantsFolders ? text : text + "/", kind));
  }

  private FoundFiles sifted(FileSieve sieve) throws IOException {
    store.sift(sieve);
    return sieve.found();
  }
}
