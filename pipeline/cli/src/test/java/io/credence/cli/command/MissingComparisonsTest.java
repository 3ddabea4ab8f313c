package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.jobs.sink.folder.FolderSink;
import io.credence.jobs.sink.folder.KeptFields;
import io.credence.jobs.sink.folder.PublishTerms;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.jobs.sink.folder.ShadowFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user hears of results that are whole though their job failed. */
class MissingComparisonsTest {

  private static final PublishTerms TERMS = new PublishTerms(false, "", false);

  private final Path output;
  private final Path shadow;
  private final IOException failure = new IOException("disk full");

  MissingComparisonsTest(@TempDir Path folder) throws IOException {
    output = Files.createDirectory(folder.resolve("out"));
    shadow = Files.createDirectory(folder.resolve("shadow"));
  }

  private static RunFolders folders(Path output) {
    return new RunFolders(
        output.toString(), RunFolders.deadLettersBeneath(output.toString()), "mine");
  }

  private FolderSink sink() {
    return new FolderSink(
        folders(output),
        TERMS,
        1,
        KeptFields.ALL,
        Map.of(),
        List.of(),
        new ShadowFolder(folders(shadow), TERMS));
  }

  private static void published(Path folder, String run) throws IOException {
    Files.writeString(
        folder.resolve("_manifest.json"), "{\"complete\": true, \"run\": \"%s\"}".formatted(run));
  }

  @Test
  void resultsWithoutComparisonsAreSaidToBeWhole() throws IOException {
    published(output, "mine");
    published(shadow, "earlier");
    assertThat(MissingComparisons.of(sink(), failure))
        .get()
        .extracting(Throwable::getMessage)
        .isEqualTo(
            ("the results in %s are whole, but the comparisons in %s are missing: disk full;"
                    + " the same command with --overwrite writes both again")
                .formatted(folders(output).output(), folders(shadow).output()));
  }

  @Test
  void resultsThatAreNotThereAreNotCalledWhole() throws IOException {
    published(output, "earlier");
    assertThat(MissingComparisons.of(sink(), failure)).isEmpty();
  }

  @Test
  void whatIsThereIsNotCalledMissing() throws IOException {
    published(output, "mine");
    published(shadow, "mine");
    assertThat(MissingComparisons.of(sink(), failure)).isEmpty();
  }
}
