package io.credence.pipeline.batch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.beam.store.StoredFile;
import io.credence.pipeline.folder.Listing;
import io.credence.pipeline.folder.Move;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The moves of a run, written down in its temporary folder before the first of them is made. So a
 * second try knows that there was a first, and whoever tidies up knows the files of this run from
 * those of others.
 */
final class Journal {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ResourceId file;

  Journal(OutputFolders folders) {
    this.file = folders.temporaryScored("publishing.json");
  }

  void write(List<Move> moves) throws IOException {
    ResourceId begun =
        file.getCurrentDirectory()
            .resolve(UUID.randomUUID().toString(), StandardResolveOptions.RESOLVE_FILE);
    Listing.store(file).replace(file, JSON.writeValueAsBytes(moves), begun, true);
  }

  /** The moves, when some may have been made. */
  Optional<List<Move>> find() throws IOException {
    try (InputStream in = Channels.newInputStream(StoredFile.open(file))) {
      return Optional.of(JSON.readValue(in, new TypeReference<List<Move>>() {}));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }
}
