package io.credence.jobs.sink.folder;

import io.credence.beam.store.StoredFile;
import java.util.Optional;
import org.apache.beam.sdk.io.fs.ResourceId;

/** The files that an account lists, by the names that it gives them. */
record ListedNames(RunFolders folders) {

  /** A file of results; none where the name leads out of their folders. */
  Optional<ResourceId> in(String name) {
    if (OutputNames.isScored(name)) {
      return Optional.of(folders.scored(name));
    }
    String last = last(name);
    return OutputNames.isDeadLetters(last)
        ? folders.letterFolders().stream()
            .map(folder -> RunFolders.file(folder, last))
            .filter(file -> folders.relative(file).equals(name))
            .findFirst()
        : Optional.empty();
  }

  /** Dead letters in a folder that only the account knows: in full, or from here. */
  Optional<ResourceId> elsewhere(String name) {
    if (!OutputNames.isDeadLetters(last(name)) || ("/" + name).contains("/../")) {
      return Optional.empty();
    }
    boolean isFull = name.startsWith("/") || name.contains("://");
    String folder = isFull ? "" : RunFolders.folder(folders.output()).toString();
    return Optional.of(StoredFile.at(folder + name, false));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
