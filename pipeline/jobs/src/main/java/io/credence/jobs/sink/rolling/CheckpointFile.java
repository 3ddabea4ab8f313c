package io.credence.jobs.sink.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.beam.store.StoredFile;
import io.credence.files.Listing;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Optional;
import java.util.UUID;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * A file that says how far a shard has come, replaced as a whole. One that is there and can't be
 * read is a failure: taken for none, its messages would come twice.
 */
record CheckpointFile(RollingFolders folders, String name) {

  private static final ObjectMapper JSON =
      new ObjectMapper(JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** What it says; empty when there is no such file. */
  Optional<ShardCheckpoint> find() throws IOException {
    ResourceId file = folders.temporaryScored(name);
    byte[] content;
    try (InputStream in = Channels.newInputStream(StoredFile.open(file))) {
      content = in.readAllBytes();
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IOException(
          "%s: says which messages are in files, and can't be read (%s); nothing was changed: make it readable, then start again"
              .formatted(file, e.getMessage()),
          e);
    }
    try {
      ShardCheckpoint checkpoint = JSON.readValue(content, ShardCheckpoint.class);
      if (checkpoint == null) {
        throw new IllegalArgumentException("it is null");
      }
      checkpoint.files().forEach(moved -> moved.in(folders));
      return Optional.of(checkpoint);
    } catch (JsonProcessingException e) {
      throw broken(file, e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw broken(file, String.valueOf(e.getMessage()), e);
    }
  }

  private IOException broken(ResourceId file, String why, Exception cause) {
    // Half of a character, which an escape can stand for, has no form in a log's bytes.
    String words = new String(why.getBytes(UTF_8), UTF_8).replace('\n', ' ');
    return new IOException(
        "%s: says which messages are in files, and is damaged (%s); nothing was changed: put it back from a copy, or delete the folder %s, after which this folder knows of no messages, and those that are in its files come again unless --startAt names where to go on"
            .formatted(file, words, folders.own()),
        cause);
  }

  /** No reader ever sees half of it, and it is on disk when this returns. */
  void write(ShardCheckpoint checkpoint) throws IOException {
    ResourceId target = folders.temporaryScored(name);
    ResourceId begun = folders.temporaryScored(UUID.randomUUID() + FolderCheckpoint.BEGUN);
    Listing.store(target).replace(target, JSON.writeValueAsBytes(checkpoint), begun, true);
  }
}
