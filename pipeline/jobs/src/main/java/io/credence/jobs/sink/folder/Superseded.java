package io.credence.jobs.sink.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.beam.store.StoredFile;
import io.credence.files.Deletion;
import io.credence.files.Listing;
import java.io.CharConversionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The files that a run puts out of use: what the earlier account lists, and what runs left that are
 * dead. Dead letters of other jobs may lie in the same folder, so that there only what is known to
 * be of this output is deleted.
 *
 * <p>What the earlier account lists is written down before that account is replaced, for the run
 * may break off between the two.
 */
final class Superseded {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunFolders folders;
  private final TemporaryFolders temporary;

  Superseded(RunFolders folders) {
    this.folders = folders;
    this.temporary = new TemporaryFolders(folders);
  }

  /** Writes down what a new account will put out of use. */
  void note(boolean complete, boolean durable) throws IOException {
    List<String> names = new ArrayList<>(Manifest.listed(folders.failure()).orElse(List.of()));
    if (complete) {
      names.addAll(Manifest.listed(folders.manifest()).orElse(List.of()));
    }
    ResourceId begun = folders.temporaryScored(UUID.randomUUID().toString());
    ResourceId file = temporary.note(folders.run());
    Listing.store(file).replace(file, JSON.writeValueAsBytes(names), begun, durable);
  }

  /**
   * Deletes what no account lists any more. Only the owner of the publication may do so.
   *
   * @param dead runs that may have broken off before they came to this
   */
  void delete(boolean complete, Set<String> dead) throws IOException {
    OutputContents contents = new OutputContents(folders);
    boolean whole = Listing.size(folders.manifest()).isPresent();
    Set<ResourceId> files = new LinkedHashSet<>(noted(dead));
    files.addAll(contents.letters(complete || !whole, dead));
    if (complete || !whole) {
      files.addAll(contents.parts());
    }
    files.removeAll(inUse(complete));
    if (complete) {
      files.add(folders.failure());
    }
    Deletion.of(files);
  }

  private Set<ResourceId> noted(Set<String> dead) throws IOException {
    Set<ResourceId> files = new LinkedHashSet<>();
    ListedNames listed = new ListedNames(folders);
    Set<String> runs = new LinkedHashSet<>(dead);
    runs.add(folders.run());
    for (String run : runs) {
      for (String name : names(temporary.note(run))) {
        listed.in(name).ifPresent(files::add);
      }
    }
    return files;
  }

  private static List<String> names(ResourceId note) throws IOException {
    try (InputStream in = Channels.newInputStream(StoredFile.open(note))) {
      return JSON.readValue(in, new TypeReference<List<String>>() {});
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (CharConversionException | JsonProcessingException e) {
      return List.of(); // Lost with the power, where files are not forced: dead letters may stay.
    }
  }

  private Set<ResourceId> inUse(boolean complete) throws IOException {
    Set<ResourceId> files = new LinkedHashSet<>();
    ListedNames listed = new ListedNames(folders);
    List<ResourceId> accounts =
        complete ? List.of(folders.manifest()) : List.of(folders.manifest(), folders.failure());
    for (ResourceId account : accounts) {
      Optional<List<String>> names = Manifest.listed(account);
      names.orElse(List.of()).forEach(name -> listed.in(name).ifPresent(files::add));
    }
    return files;
  }
}
