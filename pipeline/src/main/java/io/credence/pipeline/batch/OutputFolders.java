package io.credence.pipeline.batch;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The folders that a run writes to, and the files in them that are Credence's own.
 *
 * <p>Results are written into a hidden folder beneath the output first, under names that no other
 * attempt uses, and get their names when all of them are whole.
 *
 * @param output where scored files go; a local path or a URI
 * @param deadLetters where dead letters go
 * @param run tells the temporary files of this run from those of others
 */
public record OutputFolders(String output, String deadLetters, String run) implements Serializable {

  /** Written last: whoever sees it knows that the folder is whole. */
  public static final String MANIFEST = "_manifest.json";

  /** Written instead of the manifest when too many records could not be scored. */
  public static final String FAILURE = "_failed.json";

  private static final String TEMPORARY = ".credence-temp-";
  private static final Pattern SCORED = Pattern.compile("part-\\d+-of-\\d+\\.parquet");
  private static final Pattern DEAD = Pattern.compile("part-\\d+-of-\\d+\\.jsonl");

  /** The manifest of a finished run. */
  public ResourceId manifest() {
    return file(output, MANIFEST);
  }

  /** The account of a run that was given up because of its dead letters. */
  public ResourceId failure() {
    return file(output, FAILURE);
  }

  ResourceId scored(String name) {
    return file(output, name);
  }

  ResourceId deadLetter(String name) {
    return file(deadLetters, name);
  }

  ResourceId temporary(String name) {
    return temporaryFolder().resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  private ResourceId temporaryFolder() {
    return FileSystems.matchNewResource(output, true)
        .resolve(TEMPORARY + run, StandardResolveOptions.RESOLVE_DIRECTORY);
  }

  private static ResourceId file(String folder, String name) {
    return FileSystems.matchNewResource(folder, true)
        .resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  /** What lies in the folders. */
  public Contents contents() throws IOException {
    List<ResourceId> own = new ArrayList<>();
    List<ResourceId> foreign = new ArrayList<>();
    for (ResourceId file : list(output + separator(output) + "*")) {
      sort(file, SCORED, own, foreign);
    }
    for (ResourceId file : list(deadLetters + separator(deadLetters) + "*")) {
      sort(file, DEAD, own, foreign);
    }
    own.addAll(list(output + separator(output) + TEMPORARY + "*/*"));
    return new Contents(own, foreign);
  }

  private static void sort(
      ResourceId file, Pattern pattern, List<ResourceId> own, List<ResourceId> foreign) {
    String name = String.valueOf(file.getFilename());
    if (pattern.matcher(name).matches() || name.equals(MANIFEST) || name.equals(FAILURE)) {
      own.add(file);
    } else if (!name.startsWith(".") && !file.isDirectory()) {
      foreign.add(file);
    }
  }

  /**
   * The files of the folders.
   *
   * @param own results of an earlier run, whole or broken off
   * @param foreign files that Credence did not write; hidden ones do not count
   */
  public record Contents(List<ResourceId> own, List<ResourceId> foreign) {

    /** Deletes the results of the earlier run, its manifest first: it is not whole any more. */
    public void deleteOwn() throws IOException {
      List<ResourceId> manifests =
          own.stream().filter(file -> MANIFEST.equals(file.getFilename())).toList();
      FileSystems.delete(manifests, StandardMoveOptions.IGNORE_MISSING_FILES);
      FileSystems.delete(own, StandardMoveOptions.IGNORE_MISSING_FILES);
    }
  }

  /**
   * Writes a file into the temporary folder and deletes it again.
   *
   * @throws IOException when that is not possible
   */
  public void probe() throws IOException {
    ResourceId probe = temporary("probe");
    FileSystems.create(probe, "application/octet-stream").close();
    deleteTemporary();
  }

  /** Deletes what this run left in its temporary folder, and the folder. */
  public void deleteTemporary() throws IOException {
    List<ResourceId> files = list(temporaryFolder() + "*");
    FileSystems.delete(files, StandardMoveOptions.IGNORE_MISSING_FILES);
    if (temporaryFolder().getScheme().equals("file")) {
      FileSystems.delete(List.of(temporaryFolder()), StandardMoveOptions.IGNORE_MISSING_FILES);
    }
  }

  private static List<ResourceId> list(String glob) throws IOException {
    return FileSystems.match(glob, EmptyMatchTreatment.ALLOW).metadata().stream()
        .map(MatchResult.Metadata::resourceId)
        .toList();
  }

  private static String separator(String folder) {
    return folder.endsWith("/") ? "" : "/";
  }
}
