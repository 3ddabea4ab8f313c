package io.credence.jobs.evaluation;

import io.credence.beam.Evaluating;
import io.credence.beam.store.StoredFile;
import io.credence.evaluation.Assessment;
import io.credence.evaluation.Evaluation;
import io.credence.files.Listing;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * The files that an evaluation leaves behind, in a folder of their own. The document is written
 * last: a folder that has it is whole.
 *
 * @param folder a local path or a URI
 */
public record EvaluationFiles(String folder) implements Serializable {

  /** The document. */
  public static final String DOCUMENT = "evaluation.json";

  /** The figures of all segments. */
  public static final String SEGMENTS = "segments.parquet";

  /** The histograms of the PIT. */
  public static final String PIT = "pit.parquet";

  /** What a document of a window of a stream is called. */
  private static final String WINDOWS = "window-*.json";

  /** More than the document of any evaluation has. */
  private static final int MOST_BYTES = 64 << 20;

  /** Their names. */
  public static final List<String> NAMES = List.of(DOCUMENT, SEGMENTS, PIT);

  /** A file by its name. */
  public ResourceId file(String name) {
    return StoredFile.at(folder, true).resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  void write(Evaluating evaluating, @Nullable String labelKey, Evaluation evaluation)
      throws IOException {
    // Earlier figures are gone before the first table is replaced.
    ResourceId earlier = file(DOCUMENT);
    Listing.store(earlier).delete(List.of(earlier));
    update(evaluating, labelKey, evaluation);
  }

  /**
   * Replaces the files by those of an evaluation that goes on. Each is always whole, and the
   * document may be older than the tables for a moment.
   *
   * @param labelKey by which labels were found; null when the records held them
   */
  public void update(Evaluating evaluating, @Nullable String labelKey, Evaluation evaluation)
      throws IOException {
    List<String> by = evaluating.spec().by();
    Assessment assessment =
        Assessment.of(evaluation, evaluating.model().model().outputs(), evaluating.spec());
    EvaluationDocument document = Documents.of(evaluating, labelKey, evaluation, assessment);
    Map<String, String> footer = footer(evaluating);
    replace(PIT, Tables.pit(assessment, by, footer));
    replace(SEGMENTS, Tables.segments(assessment, by, footer));
    replace(DOCUMENT, document.json());
  }

  /** Removes the figures of an earlier stream, so that those that come are of one. */
  public void clear() throws IOException {
    ResourceId earlier = file(DOCUMENT);
    List<ResourceId> all = new ArrayList<>(windows());
    all.add(earlier);
    Listing.store(earlier).delete(all);
  }

  /** The documents of windows that are there. */
  public List<ResourceId> windows() throws IOException {
    return Listing.of(StoredFile.at(folder, true), WINDOWS);
  }

  private static Map<String, String> footer(Evaluating evaluating) {
    Map<String, String> footer = new TreeMap<>();
    footer.put("credence.model_name", evaluating.model().name());
    footer.put("credence.model_version", evaluating.model().version());
    footer.put("credence.model_digest", evaluating.model().digest().hex());
    return footer;
  }

  /**
   * Replaces a file of the folder.
   *
   * @param name a name without a path
   */
  public void replace(String name, byte[] content) throws IOException {
    ResourceId file = file(name);
    Listing.store(file).replace(file, content, file("." + name + "-" + UUID.randomUUID()), true);
  }

  /**
   * The document that is there, if there is one.
   *
   * @throws IOException when it can't be read, or is something else; names the file
   */
  public Optional<EvaluationDocument> document() throws IOException {
    ResourceId file = file(DOCUMENT);
    byte[] json;
    try (InputStream in = Channels.newInputStream(StoredFile.open(file))) {
      json = in.readNBytes(MOST_BYTES + 1);
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
    if (json.length > MOST_BYTES) {
      throw new IOException(
          file + ": has more than " + MOST_BYTES + " bytes, which no evaluation has");
    }
    try {
      return Optional.of(EvaluationDocument.read(json));
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The segments of all outputs, in the order of the table; none where there are none.
   *
   * @param figures the names of those that are of interest
   * @throws IOException when the table is missing, can't be read, or is another one
   */
  public List<EvaluatedSegment> segments(Set<String> figures) throws IOException {
    return SegmentTable.read(file(SEGMENTS), figures);
  }
}
