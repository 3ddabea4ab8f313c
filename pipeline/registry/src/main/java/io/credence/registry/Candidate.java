package io.credence.registry;

import io.credence.folder.LoadedModel;
import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import io.credence.folder.ModelLoader;
import io.credence.folder.RecordingFolder;
import io.credence.model.ModelDigest;
import io.credence.registry.log.Change.FileEntry;
import io.credence.registry.log.Sha256;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model that may become a version: one that is sound and verifies.
 *
 * @param name the model's
 * @param version the model's
 * @param digest the model's, in hexadecimal
 * @param gates how many gates it states
 * @param files the content of all that it was read from, by name
 */
public record Candidate(
    String name, String version, String digest, int gates, SortedMap<String, byte[]> files) {

  private static final int SHORT = 16;

  /**
   * Loads a model folder, and keeps what was read of it: other files of the folder do not belong to
   * the model.
   *
   * @throws ModelException when the folder holds no sound model
   * @throws IOException when it can't be read
   */
  public static Candidate load(ModelFolder folder) throws ModelException, IOException {
    RecordingFolder recording = new RecordingFolder(folder);
    LoadedModel loaded = ModelLoader.load(recording);
    return new Candidate(
        loaded.model().name(),
        loaded.model().version(),
        loaded.model().digest().hex(),
        loaded.gates().size(),
        recording.files());
  }

  /** What its files are; digests them. */
  List<FileEntry> entries() {
    return files.entrySet().stream()
        .map(
            file ->
                new FileEntry(file.getKey(), file.getValue().length, Sha256.hex(file.getValue())))
        .toList();
  }

  /**
   * Where the files lie beneath the model's folder. It holds a digest of all of them, so that what
   * a registration left that ended halfway is never mixed with another.
   *
   * @param entries its files
   */
  String folder(List<FileEntry> entries) {
    Map<String, String> digests = new TreeMap<>();
    entries.forEach(entry -> digests.put(entry.name(), entry.sha256()));
    return "versions/" + version + "/" + ModelDigest.ofFiles(digests).hex().substring(0, SHORT);
  }
}
