package io.credence.cli.command;

import io.credence.beam.store.FileKind;
import io.credence.beam.store.FoundFiles;
import io.credence.beam.store.StoredFile;
import io.credence.problem.Problems;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.fs.MatchResult;

/**
 * Finds the files that an option names.
 *
 * @param option such as {@code --input}
 * @param problems receives a line when there is none
 * @param notes receives a line for what is left out
 */
record InputFiles(String option, Problems problems, List<String> notes) {

  private static final int SHOWN = 3;

  /** In the order of their names; what is left out is reported. */
  List<MatchResult.Metadata> find(String pattern) throws IOException {
    String location = Locations.absolute(pattern);
    // A slash at the end says that folders are meant, and absolute paths have lost it.
    boolean lost = pattern.endsWith("/") && !location.endsWith("/");
    FoundFiles found = StoredFile.find(lost ? location + "/" : location, FileKind.PARQUET);
    Consumer<String> lines = found.isEmpty() ? problems::add : notes::add;
    addLeftOut(pattern, "whose names begin with _ or a dot", found.hidden(), lines);
    addLeftOut(pattern, "which are folders, or not named *.parquet", found.others(), lines);
    if (found.isEmpty()) {
      problems.add(
          option + "=" + pattern + ": no file matches; name a file, a folder or folder/*.parquet");
    }
    return found.files().stream()
        .sorted((a, b) -> a.resourceId().toString().compareTo(b.resourceId().toString()))
        .toList();
  }

  private void addLeftOut(String pattern, String why, List<String> names, Consumer<String> lines) {
    if (!names.isEmpty()) {
      lines.accept(
          "%s=%s leaves out %s %s: %s%s"
              .formatted(
                  option,
                  pattern,
                  names.size(),
                  why,
                  names.stream().limit(SHOWN).collect(Collectors.joining(", ")),
                  names.size() > SHOWN ? ", …" : ""));
    }
  }
}
