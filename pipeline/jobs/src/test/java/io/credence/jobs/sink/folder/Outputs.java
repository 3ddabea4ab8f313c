package io.credence.jobs.sink.folder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Folders of results, as a reader finds them.
 *
 * @param folder within which all of it is
 * @param output where the manifest is
 * @param letters where dead letters go
 */
record Outputs(Path folder, Path output, Path letters) {

  RunFolders of(String run) {
    return new RunFolders(output.toString(), letters.toString(), run);
  }

  /** The run whose results there are, all of which must be whole. */
  Optional<String> results() throws IOException {
    return whole(Manifest.find(of("reader").manifest()), true);
  }

  /** The run that was given up last, all of whose dead letters must be whole. */
  Optional<String> givenUp() throws IOException {
    return whole(Manifest.find(of("reader").failure()), false);
  }

  private Optional<String> whole(Optional<Manifest> account, boolean complete) throws IOException {
    if (account.isEmpty()) {
      return Optional.empty();
    }
    assertThat(account.get().complete()).isEqualTo(complete);
    ResultsCheck check = new ResultsCheck(of("reader"));
    check.run(account.get());
    assertThat(check.right()).as("%s", check.problems()).isEqualTo(check.listed());
    return Optional.of(account.get().run());
  }

  /** Requires that there is nothing but what accounts list, and neither more nor less. */
  void requireTidy() throws IOException {
    Optional<Manifest> whole = Manifest.find(of("reader").manifest());
    Optional<Manifest> givenUp = Manifest.find(of("reader").failure());
    List<String> expected = new ArrayList<>();
    for (Manifest account : Stream.of(whole, givenUp).flatMap(Optional::stream).toList()) {
      expected.add(
          output.resolve(account.complete() ? RunFolders.MANIFEST : RunFolders.FAILURE).toString());
      Stream.concat(account.outputs().stream(), account.deadLetters().files().stream())
          .forEach(file -> expected.add(output.resolve(file.file()).toString()));
    }
    assertThat(files().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isDirectory))
          .noneMatch(path -> path.getFileName().toString().startsWith("."));
    }
    if (whole.isPresent()) {
      ResultsCheck check = new ResultsCheck(of("reader"));
      check.run(whole.get());
      assertThat(check.problems()).isEmpty();
    }
  }

  /** All files, and what they hold. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), Files.readString(file, ISO_8859_1));
      }
    }
    return files;
  }
}
