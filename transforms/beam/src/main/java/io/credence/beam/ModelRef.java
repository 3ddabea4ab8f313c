package io.credence.beam;

import io.credence.evaluation.Gate;
import io.credence.folder.LoadedModel;
import io.credence.folder.MemoryFolder;
import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import io.credence.folder.ModelLoader;
import io.credence.folder.RecordingFolder;
import io.credence.model.Model;
import io.credence.model.ModelDigest;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model by the place of its folder and its digest. It travels with a pipeline in place of the
 * model itself, which each worker loads once and keeps for all of its threads. Where workers can't
 * read the folder, the reference {@linkplain #carrying carries} its files.
 *
 * <p>A folder that was changed between submission and start is an error rather than a mixture of
 * models. Immutable.
 */
public final class ModelRef implements Serializable {

  private static final long serialVersionUID = 1;

  private final String location;
  private final String digest;
  private final String name;
  private final String version;
  private final int verifiedFigures;
  private final ArrayList<Gate> gates;
  private final @Nullable MemoryFolder carried;
  private final @Nullable RegistryEntry registryEntry;

  private ModelRef(String location, LoadedModel loaded, @Nullable MemoryFolder carried) {
    Model model = loaded.model();
    this.location = location;
    this.digest = model.digest().hex();
    this.name = model.name();
    this.version = model.version();
    this.verifiedFigures = loaded.verifiedFigures();
    this.gates = new ArrayList<>(loaded.gates());
    this.carried = carried;
    this.registryEntry = null;
  }

  private ModelRef(
      ModelRef other, @Nullable MemoryFolder carried, @Nullable RegistryEntry registryEntry) {
    this.location = other.location;
    this.digest = other.digest;
    this.name = other.name;
    this.version = other.version;
    this.verifiedFigures = other.verifiedFigures;
    this.gates = other.gates;
    this.carried = carried;
    this.registryEntry = registryEntry;
  }

  /**
   * Loads the model of a folder and refers to it.
   *
   * @param location a local path or a URI of any file system that Beam knows
   * @throws ModelException when the folder holds no sound model; the message lists all faults
   * @throws IOException when it can't be read
   */
  public static ModelRef at(String location) throws ModelException, IOException {
    LoadedModel loaded = ModelLoader.load(new FileSystemFolder(location));
    ModelCache.SHARED.put(loaded.model());
    return new ModelRef(location, loaded, null);
  }

  /**
   * Like {@link #at}, but the files of the model travel with the job, so that workers need not be
   * able to read the folder. It makes the job as large as the model, in each step that scores.
   */
  public static ModelRef carrying(String location) throws ModelException, IOException {
    RecordingFolder folder = new RecordingFolder(new FileSystemFolder(location));
    LoadedModel loaded = ModelLoader.load(folder);
    ModelCache.SHARED.put(loaded.model());
    return new ModelRef(
        location, loaded, new MemoryFolder(location, new TreeMap<>(folder.files())));
  }

  /** How many bytes of files travel with this reference; 0 when workers read the folder. */
  public long carriedBytes() {
    return carried == null ? 0 : carried.bytes();
  }

  /** The same model without its files, for steps that name it but never load it. */
  public ModelRef bare() {
    return carried == null ? this : new ModelRef(this, null, registryEntry);
  }

  /** The same model, with how a registry came to name it. */
  public ModelRef named(RegistryEntry entry) {
    return new ModelRef(this, carried, entry);
  }

  /** How a registry came to name it; empty when it was asked for by its folder. */
  public Optional<RegistryEntry> registryEntry() {
    return Optional.ofNullable(registryEntry);
  }

  /**
   * The model, from this JVM's cache when it was loaded before.
   *
   * @throws IllegalStateException when the folder holds another model by now, or none
   */
  public Model model() {
    return ModelCache.SHARED.get(this);
  }

  /**
   * Loads the model from the files that it carries, or else from its folder. What was verified at
   * submission is not verified again: the cache compares the digest.
   */
  Model load() throws ModelException, IOException {
    ModelFolder folder = carried == null ? new FileSystemFolder(location) : carried;
    return ModelLoader.loadVerified(folder);
  }

  public String location() {
    return location;
  }

  public String name() {
    return name;
  }

  public String version() {
    return version;
  }

  /** How many figures of the training tool the model reproduced; 0 when its folder brings none. */
  public int verifiedFigures() {
    return verifiedFigures;
  }

  /** What an evaluation must find for the model to be good enough. */
  public List<Gate> gates() {
    return List.copyOf(gates);
  }

  public ModelDigest digest() {
    return ModelDigest.of(HexFormat.of().parseHex(digest));
  }

  @Override
  public String toString() {
    return "%s %s (%s)".formatted(name, version, location);
  }
}
