package io.credence.jobs.sink.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.credence.beam.Canary;
import io.credence.beam.ModelRef;
import io.credence.beam.RegistryEntry;
import io.credence.beam.store.StoredFile;
import io.credence.files.Listing;
import io.credence.files.Sha256;
import io.credence.files.WrittenFile;
import java.io.CharConversionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * The account of a run, which stands beside its results as {@code _manifest.json}.
 *
 * @param formatVersion {@link #FORMAT}; 0 in those of before there were versions
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
 * @param rollout the challenger that scored a share of them; null when there was none
 * @param duplicateKeys the keys that several records have; null where records need no key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
    @JsonProperty("format_version") int formatVersion,
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
    @JsonProperty("dead_letters") DeadLetters deadLetters,
    @Nullable RolloutEntry rollout,
    @JsonProperty("duplicate_keys") @Nullable DuplicateKeys duplicateKeys) {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** The version of this format: readers of a later one may find what they don't know. */
  public static final int FORMAT = 1;

  /**
   * The model that scored.
   *
   * @param location the folder it was read from
   * @param registry how a registry named it; null when it was asked for by its folder
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ModelEntry(
      String name,
      String version,
      String digest,
      String location,
      @Nullable RegistryEntry registry) {

    static ModelEntry of(ModelRef model) {
      return new ModelEntry(
          model.name(),
          model.version(),
          model.digest().hex(),
          model.location(),
          model.registryEntry().orElse(null));
    }
  }

  /**
   * A challenger that scored the records of a share of all keys.
   *
   * @param mode canary or ab
   * @param share of all keys
   * @param salt which keys
   * @param challenger the model
   * @param scored how many records it scored
   * @param deadLetters how many it refused
   */
  public record RolloutEntry(
      String mode,
      double share,
      String salt,
      ModelEntry challenger,
      long scored,
      @JsonProperty("dead_letters") long deadLetters) {

    static @Nullable RolloutEntry of(@Nullable Canary canary, ChallengerCounts counts) {
      return canary == null
          ? null
          : new RolloutEntry(
              canary.mode().toString(),
              canary.share().share(),
              canary.share().salt(),
              ModelEntry.of(canary.challenger()),
              counts.scored(),
              counts.deadLetters());
    }
  }

  /**
   * A file and how many records it holds.
   *
   * @param bytes its size; null for an input
   * @param sha256 the SHA-256 of its bytes, in hexadecimal digits; null for an input
   * @param file its name; what lies in the manifest's own folder is named from there, so that a
   *     folder may be moved
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FileEntry(
      String file, long records, @Nullable Long bytes, @Nullable String sha256) {

    static FileEntry input(String file, long records) {
      return new FileEntry(file, records, null, null);
    }

    static FileEntry written(String name, long records, WrittenFile file) {
      return new FileEntry(name, records, file.bytes(), file.sha256());
    }
  }

  /** How many records could not be scored, by code, and where they are. */
  public record DeadLetters(
      long total, @JsonProperty("by_code") Map<String, Long> byCode, List<FileEntry> files) {}

  /**
   * Keys that several of the records have that were scored.
   *
   * @param keys how many keys
   * @param records how many records have them
   * @param examples some of them, with the places of their records
   */
  public record DuplicateKeys(long keys, long records, List<String> examples) {}

  /**
   * Writes the account, in place of what is there.
   *
   * @param begun the name that it may have before it is whole
   * @param durable whether it outlives a loss of power
   */
  void write(ResourceId file, ResourceId begun, boolean durable) throws IOException {
    Listing.store(file).replace(file, JSON.writeValueAsBytes(this), begun, durable);
  }

  /**
   * Identifies the manifest that is there, even one that can't be read, or says that there is none.
   */
  public static String identity(ResourceId file) throws IOException {
    try (InputStream in = Channels.newInputStream(StoredFile.open(file))) {
      MessageDigest digest = Sha256.begin();
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return Sha256.hex(digest);
    } catch (FileNotFoundException e) {
      return "";
    }
  }

  /** The names that an account of any version lists; none where it can't be understood. */
  static Optional<List<String>> listed(ResourceId file) throws IOException {
    try (InputStream in = Channels.newInputStream(StoredFile.open(file))) {
      JsonNode account = JSON.readTree(in);
      List<String> names = new ArrayList<>();
      account.at("/outputs").forEach(entry -> names.add(entry.path("file").asText()));
      account.at("/dead_letters/files").forEach(entry -> names.add(entry.path("file").asText()));
      return Optional.of(names);
    } catch (FileNotFoundException | CharConversionException | JsonProcessingException e) {
      return Optional.empty(); // What else is there is reported by its name.
    }
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
