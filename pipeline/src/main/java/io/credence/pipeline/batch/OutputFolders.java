package io.credence.pipeline.batch;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The folders that a run writes to, and the files in them that are Credence's own.
 *
 * <p>Results are written into a hidden folder beneath their own first, under names that no other
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

  /** Where dead letters go when nothing else is asked for. */
  public static String deadLettersBeneath(String output) {
    return (output.endsWith("/") ? output : output + "/") + "dead-letters";
  }

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

  ResourceId temporaryScored(String name) {
    return temporary(output).resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  /** In another place than the scored files: the two folders may be of different file systems. */
  ResourceId temporaryDeadLetter(String name) {
    return temporary(deadLetters).resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  private ResourceId temporary(String folder) {
    return folder(folder).resolve(TEMPORARY + run, StandardResolveOptions.RESOLVE_DIRECTORY);
  }

  private static ResourceId folder(String folder) {
    return FileSystems.matchNewResource(folder, true);
  }

  private static ResourceId file(String folder, String name) {
    return folder(folder).resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  /** What lies in the folders, which need not exist. */
  public FolderContents contents() throws IOException {
    List<ResourceId> results = new ArrayList<>();
    List<ResourceId> foreign = new ArrayList<>();
    sort(output, SCORED, results, foreign);
    sort(deadLetters, DEAD, results, foreign);
    String usual = deadLettersBeneath(output);
    if (!folder(usual).equals(folder(deadLetters))) {
      // They are of an earlier run, and would be taken for those of this one.
      sort(usual, DEAD, results, new ArrayList<>());
    }
    List<ResourceId> leftovers = new ArrayList<>();
    for (String folder : List.of(output, deadLetters, usual)) {
      leftovers.addAll(Listing.of(folder(folder), TEMPORARY + "*/*"));
    }
    return new FolderContents(results, leftovers.stream().distinct().toList(), foreign);
  }

  private static void sort(
      String folder, Pattern pattern, List<ResourceId> results, List<ResourceId> foreign)
      throws IOException {
    for (ResourceId file : Listing.of(folder(folder), "*")) {
      String name = String.valueOf(file.getFilename());
      if (pattern.matcher(name).matches() || name.equals(MANIFEST) || name.equals(FAILURE)) {
        results.add(file);
      } else if (!name.startsWith(".") && !file.isDirectory()) {
        foreign.add(file);
      }
    }
  }

  /**
   * Writes a file into a folder, under a hidden name, and deletes it again.
   *
   * @param folder one of the two
   * @throws IOException when that is not possible
   */
  public void probe(String folder) throws IOException {
    ResourceId probe = temporary(folder).resolve("probe", StandardResolveOptions.RESOLVE_FILE);
    FileSystems.create(probe, "application/octet-stream").close();
    FolderContents.deleteFolder(probe.getCurrentDirectory());
  }

  /** Deletes what this run left in its temporary folders. */
  void deleteTemporary() throws IOException {
    for (String folder : List.of(output, deadLetters)) {
      FolderContents.deleteFolder(temporary(folder));
    }
  }

  /**
   * Deletes all that this run wrote, after it failed: a few files may have their names already, of
   * which the folders held none when it began. Where there is a manifest, results are whole, and
   * whoever wrote them may keep them.
   */
  public void discard() throws IOException {
    deleteTemporary();
    FolderContents contents = contents();
    if (!contents.whole()) {
      contents.deleteResults();
    }
  }
}
