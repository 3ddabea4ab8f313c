package io.credence.jobs.sink.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.credence.beam.store.StoredFile;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The folders that a run writes to, and where its files are in them.
 *
 * <p>Results are written into a hidden folder beneath their own first, under names that no other
 * attempt uses, and get their names when all of them are whole.
 *
 * @param output where scored files go; a local path or a URI
 * @param deadLetters where dead letters go
 * @param run tells the files of this run from those of others
 */
public record RunFolders(String output, String deadLetters, String run) implements Serializable {

  /** Written last: a folder that has it is whole. */
  public static final String MANIFEST = "_manifest.json";

  /** Written instead of the manifest when too many records could not be scored. */
  public static final String FAILURE = "_failed.json";

  /** There while results are published; also after a crash, until a later run has tidied up. */
  public static final String CLAIM = "_publishing";

  /** Where dead letters go when nothing else is asked for. */
  public static String deadLettersBeneath(String output) {
    return (output.endsWith("/") ? output : output + "/") + "dead-letters";
  }

  /** What the names of this run's files hold. */
  String token() {
    return OutputNames.token(run);
  }

  /** By which one run at a time publishes. */
  public ResourceId claim() {
    return scored(CLAIM);
  }

  /** The manifest of a finished run. */
  public ResourceId manifest() {
    return scored(MANIFEST);
  }

  /** The account of a run that was given up because of its dead letters. */
  public ResourceId failure() {
    return scored(FAILURE);
  }

  /** A scored file, by the name that the manifest gives it. */
  public ResourceId scored(String name) {
    return file(folder(output), name);
  }

  /**
   * A file of dead letters.
   *
   * @param givenUp whether the run is given up because of them
   */
  ResourceId deadLetter(String name, boolean givenUp) {
    ResourceId folder = folder(deadLetters);
    return file(givenUp ? givenUp(folder) : folder, name);
  }

  /** Apart from the others, which may belong to results that are whole. */
  private static ResourceId givenUp(ResourceId deadLetters) {
    return within(deadLetters, OutputNames.GIVEN_UP);
  }

  /** Where those of this run are. */
  public String deadLetters(boolean givenUp) {
    return givenUp ? givenUp(folder(deadLetters)).toString().replaceFirst("/$", "") : deadLetters;
  }

  /** Where dead letters of this output may be, of this run and of others. */
  Set<ResourceId> letterFolders() {
    Set<ResourceId> all = new LinkedHashSet<>();
    for (String each : List.of(deadLettersBeneath(output), deadLetters)) {
      all.add(folder(each));
      all.add(givenUp(folder(each)));
    }
    return all;
  }

  /** The name of a file as seen from the output folder when it lies there. */
  String relative(ResourceId file) {
    String from = folder(output).toString();
    String name = file.toString();
    return name.startsWith(from) ? name.substring(from.length()) : name;
  }

  /** A file that is deleted when this run comes to its end, unless it gets another name. */
  public ResourceId temporaryScored(String name) {
    return file(temporary(output), name);
  }

  /** In another place than the scored files: the two folders may be of different file systems. */
  ResourceId temporaryDeadLetter(String name) {
    return file(temporary(deadLetters), name);
  }

  /**
   * The temporary folder of this run.
   *
   * @param folder one of the two
   */
  ResourceId temporary(String folder) {
    return within(folder(folder), OutputNames.TEMPORARY + run);
  }

  static ResourceId folder(String folder) {
    return StoredFile.at(folder, true);
  }

  static ResourceId within(ResourceId folder, String name) {
    return folder.resolve(name, StandardResolveOptions.RESOLVE_DIRECTORY);
  }

  static ResourceId file(ResourceId folder, String name) {
    return folder.resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  /** What this run says of itself, once it has come to its end. */
  public Optional<Manifest> account() throws IOException {
    Optional<Manifest> whole = ofThisRun(manifest());
    return whole.isPresent() ? whole : ofThisRun(failure());
  }

  private Optional<Manifest> ofThisRun(ResourceId account) throws IOException {
    try {
      return Manifest.find(account).filter(found -> run.equals(found.run()));
    } catch (CharConversionException | JsonProcessingException e) {
      return Optional.empty(); // However it was broken, it is not what this run wrote.
    }
  }
}
