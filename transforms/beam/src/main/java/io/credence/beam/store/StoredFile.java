package io.credence.beam.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Finds and opens files of any file system that Beam knows. */
public final class StoredFile {

  /** By scheme. Looked for where this class comes from: a job brings its own classes to workers. */
  private static final Map<String, ObjectStore> STORES =
      Stream.concat(
              Stream.of(new LocalStore()),
              ServiceLoader.load(ObjectStore.class, StoredFile.class.getClassLoader()).stream()
                  .map(ServiceLoader.Provider::get))
          .collect(Collectors.toUnmodifiableMap(ObjectStore::scheme, Function.identity()));

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long PAUSE_MILLIS = 20;

  private StoredFile() {}

  /**
   * What a location names. On a worker that has just begun, Beam may be about to make its file
   * systems known, and takes those that ask meanwhile for others than it has: they wait here.
   *
   * @param location a local path or a URI; {@code file:} is that of a local path
   * @param isFolder whether it names a folder
   * @throws IllegalArgumentException when no file system knows it
   */
  public static ResourceId at(String location, boolean isFolder) {
    long begin = System.nanoTime();
    while (true) {
      try {
        return FileSystems.matchNewResource(LocalUri.path(location), isFolder);
      } catch (IllegalArgumentException e) {
        if (!isEarly(location, e) || System.nanoTime() - begin > PATIENCE_NANOS) {
          throw e;
        }
        pause(e);
      }
    }
  }

  private static boolean isEarly(String location, IllegalArgumentException e) {
    return STORES.containsKey(scheme(location))
        && String.valueOf(e.getMessage()).startsWith("No filesystem found");
  }

  private static void pause(IllegalArgumentException reason) {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }

  /** The store that a file lies in; none where only Beam knows its file system. */
  public static Optional<ObjectStore> store(ResourceId file) {
    return Optional.ofNullable(STORES.get(file.getScheme().toLowerCase(Locale.ROOT)));
  }

  /**
   * Opens a file. Of one that lies in an {@link ObjectStore}, reads that break are made again.
   *
   * @throws FileNotFoundException when there is no such file
   * @throws IOException when it can't be opened; names the file and the reason
   */
  public static ReadableByteChannel open(ResourceId file) throws IOException {
    Optional<ObjectStore> store = store(file);
    return store.isPresent() ? store.get().open(file) : FileSystems.open(file);
  }

  /**
   * Finds files.
   *
   * @param location a file, a folder or a {@link FilePattern}
   * @param kind what is looked for
   * @throws IOException when they can't be listed; says why
   * @throws IllegalArgumentException when it can be read in two ways, or is no location
   */
  public static FoundFiles find(String location, FileKind kind) throws IOException {
    return findByScheme(LocalUri.path(location), kind);
  }

  private static FoundFiles findByScheme(String location, FileKind kind) throws IOException {
    String scheme = scheme(location);
    ObjectStore store = STORES.get(scheme.isEmpty() ? LocalStore.SCHEME : scheme);
    return store == null
        ? findByBeam(location, kind)
        : new FileSearch(store, kind).find(scheme + location.substring(scheme.length()));
  }

  private static FoundFiles findByBeam(String location, FileKind kind) throws IOException {
    FileSieve sieve = FileSieve.of(FilePattern.of(location, kind), kind);
    for (MatchResult.Metadata file :
        FileSystems.match(location, EmptyMatchTreatment.ALLOW).metadata()) {
      sieve.name(file.resourceId().toString(), () -> file);
    }
    return sieve.found();
  }

  private static String scheme(String location) {
    int end = location.indexOf("://");
    return end < 0 ? "" : location.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
