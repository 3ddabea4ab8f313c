package io.credence.pipeline.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.credence.beam.store.StoredFile;
import io.credence.pipeline.folder.Listing;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * The account of a run, which stands beside its results as {@code _manifest.json}.
 *
 * @param complete whether all results were published
 * @param failure why they were not; null when they were
 * @param credenceVersion the version of the software
 * @param run the run that this is the account of
 * @param model the model that scored
 * @param options the options that bear on results
 * @param inputs the files that were read, with their rows
 * @param outputs the files that were written, with their rows
 * @param read how many records were read: scored + dead letters
 * @param scored how many were scored
 * @param deadLetters those that could not be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
    boolean complete,
    @Nullable String failure,
    @JsonProperty("credence_version") String credenceVersion,
    String run,
    ModelEntry model,
    Map<String, Object> options,
    List<FileEntry> inputs,
    List<FileEntry> outputs,
    long read,
    long scored,
    @JsonProperty("dead_letters") DeadLetters deadLetters) {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** The model that scored. */
  public record ModelEntry(String name, String version, String digest, String location) {}

  /**
   * A file and how many records it holds.
   *
   * @param file its name; what lies in the manifest's own folder is named from there, so that a
   *     folder may be moved
   */
  public record FileEntry(String file, long records) {}

  /** How many records could not be scored, by code, and where they are. */
  public record DeadLetters(
      long total, @JsonProperty("by_code") Map<String, Long> byCode, List<FileEntry> files) {}

  /**
   * Writes the account, in place of what is there.
   *
   * @param begun the name that it may have before it is whole
   */
  void write(ResourceId file, ResourceId begun) throws IOException {
    Listing.store(file).replace(file, JSON.writeValueAsBytes(this), begun, true);
  }

  /** Reads a manifest, if there is one. */
  public static Optional<Manifest> find(ResourceId file) throws IOException {
    try (InputStream in = Channels.newInputStream(StoredFile.open(file))) {
      return Optional.of(JSON.readValue(in, Manifest.class));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }
}
