package io.credence.pipeline.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.credence.beam.store.ObjectStore;
import io.credence.beam.store.StoredFile;
import io.credence.pipeline.folder.Deletion;
import io.credence.pipeline.folder.Listing;
import io.credence.pipeline.folder.Moves;
import io.credence.pipeline.folder.NamedChannel;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

  /** Where the dead letters of a run go that is given up, beneath the folder of others. */
  private static final String GIVEN_UP = "_failed";

  private static final String TEMPORARY = ".credence-temp-";
  private static final Pattern SCORED = Pattern.compile("part-\\d+-of-\\d+\\.parquet");
  private static final Pattern DEAD = Pattern.compile("_part-\\d+-of-\\d+\\.jsonl");

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

  /** A scored file, by the name that the manifest gives it. */
  public ResourceId scored(String name) {
    return file(output, name);
  }

  /**
   * A file of dead letters.
   *
   * @param givenUp whether the run is given up because of them
   */
  ResourceId deadLetter(String name, boolean givenUp) {
    return file(givenUp ? deadLettersGivenUp().toString() : deadLetters, name);
  }

  /** Apart from the others, which may belong to results that are whole. */
  private ResourceId deadLettersGivenUp() {
    return folder(deadLetters).resolve(GIVEN_UP, StandardResolveOptions.RESOLVE_DIRECTORY);
  }

  /** Where those of this run are. */
  public String deadLetters(boolean givenUp) {
    return givenUp ? deadLettersGivenUp().toString().replaceFirst("/$", "") : deadLetters;
  }

  /** The name of a file as seen from the output folder when it lies there. */
  String relative(ResourceId file) {
    String from = folder(output).toString();
    String name = file.toString();
    return name.startsWith(from) ? name.substring(from.length()) : name;
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
    return StoredFile.at(folder, true);
  }

  private static ResourceId file(String folder, String name) {
    return folder(folder).resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  static boolean isAccount(ResourceId file) {
    return MANIFEST.equals(file.getFilename()) || FAILURE.equals(file.getFilename());
  }

  /** What this run says of itself, once it has come to its end. */
  public Optional<Manifest> account() throws IOException {
    Optional<Manifest> whole = ofThisRun(manifest());
    return whole.isPresent() ? whole : ofThisRun(failure());
  }

  private Optional<Manifest> ofThisRun(ResourceId account) throws IOException {
    try {
      return Manifest.find(account).filter(found -> run.equals(found.run()));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // Whoever broke it, it is not what this run wrote.
    }
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
      results.addAll(letters(usual));
      results.addAll(letters(usual + "/" + GIVEN_UP));
    }
    results.addAll(letters(deadLettersGivenUp().toString()));
    return new FolderContents(results, foreign);
  }

  /** Temporary files of runs that were interrupted, or that are running still. */
  public Set<ResourceId> leftovers() throws IOException {
    Set<ResourceId> leftovers = new LinkedHashSet<>();
    for (String folder : List.of(output, deadLetters, deadLettersBeneath(output))) {
      leftovers.addAll(Listing.of(folder(folder), TEMPORARY + "*/*"));
    }
    return leftovers;
  }

  /** Deletes the temporary folders of all runs. */
  void deleteLeftovers() throws IOException {
    Set<ResourceId> folders = new LinkedHashSet<>();
    leftovers().forEach(file -> folders.add(file.getCurrentDirectory()));
    for (ResourceId folder : folders) {
      Deletion.ofFolder(folder);
    }
  }

  /** What a run left that was given up. */
  FolderContents givenUpContents() throws IOException {
    List<ResourceId> results = letters(deadLettersGivenUp().toString());
    results.add(failure());
    return new FolderContents(results, List.of());
  }

  private static List<ResourceId> letters(String folder) throws IOException {
    List<ResourceId> letters = new ArrayList<>();
    sort(folder, DEAD, letters, new ArrayList<>());
    return letters;
  }

  private static void sort(
      String folder, Pattern pattern, List<ResourceId> results, List<ResourceId> foreign)
      throws IOException {
    for (ResourceId file : Listing.of(folder(folder), "*")) {
      String name = String.valueOf(file.getFilename());
      if (pattern.matcher(name).matches() || isAccount(file)) {
        results.add(file);
      } else if (!name.startsWith(".") && !file.isDirectory()) {
        foreign.add(file);
      }
    }
  }

  /**
   * Writes a file into a folder, under a hidden name, and deletes it again, with all folders that
   * were made for it.
   *
   * @param folder one of the two
   * @throws IOException when that is not possible
   */
  public void probe(String folder) throws IOException {
    ResourceId probe = temporary(folder).resolve("probe", StandardResolveOptions.RESOLVE_FILE);
    ObjectStore store = Listing.store(probe);
    List<ResourceId> missing = store.missingFolders(folder(folder));
    try {
      NamedChannel.create(probe, "application/octet-stream", false).close();
      Deletion.ofFolder(probe.getCurrentDirectory());
    } finally {
      store.deleteEmpty(missing);
    }
  }

  /** Deletes what this run left in its temporary folders. */
  void deleteTemporary() throws IOException {
    for (String folder : List.of(output, deadLetters)) {
      Deletion.ofFolder(temporary(folder));
    }
  }

  /**
   * Deletes all that this run wrote, after it failed, and nothing of any other run: a few files may
   * have their names already. Where this run has its account, what it published is whole.
   */
  public void discard() throws IOException {
    if (account().isEmpty()) {
      Deletion.of(new Moves(new Journal(this).find().orElse(List.of())).made());
    }
    deleteTemporary();
  }
}
