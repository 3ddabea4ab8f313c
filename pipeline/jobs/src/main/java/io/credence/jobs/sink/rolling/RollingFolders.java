package io.credence.jobs.sink.rolling;

import io.credence.beam.store.StoredFile;
import io.credence.files.Listing;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The folders that a stream writes to, run after run, and where its files are in them.
 *
 * @param output the folder of scored messages; a local path or a URI
 * @param deadLetters that of dead letters
 */
public record RollingFolders(String output, String deadLetters) implements Serializable {

  /** Hidden, as readers of a whole folder pass it over then. */
  private static final String OWN = ".credence-stream";

  public ResourceId scored(String name) {
    return file(folder(output), name);
  }

  public ResourceId deadLetter(String name) {
    return file(folder(deadLetters), name);
  }

  /** Where a scored file lies until it is whole. */
  public ResourceId temporaryScored(String name) {
    return file(own(output), name);
  }

  /** In another place than the scored files: the two folders may be of different file systems. */
  public ResourceId temporaryDeadLetter(String name) {
    return file(own(deadLetters), name);
  }

  /** Where progress is written down, and files are begun. */
  public ResourceId own() {
    return own(output);
  }

  public ResourceId ownOfDeadLetters() {
    return own(deadLetters);
  }

  public ResourceId ofScored() {
    return folder(output);
  }

  public ResourceId ofDeadLetters() {
    return folder(deadLetters);
  }

  /**
   * What stands in a folder under the name of the hidden one, and is another thing: a file, or a
   * link, by which two streams could have one progress.
   *
   * @param folder one of the two
   */
  public static Optional<ResourceId> inPlaceOfOwn(String folder) throws IOException {
    return Listing.of(folder(folder), OWN).stream().findFirst();
  }

  private static ResourceId own(String folder) {
    return folder(folder).resolve(OWN, StandardResolveOptions.RESOLVE_DIRECTORY);
  }

  private static ResourceId folder(String folder) {
    return StoredFile.at(folder, true);
  }

  private static ResourceId file(ResourceId folder, String name) {
    return folder.resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }
}
