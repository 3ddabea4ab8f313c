package io.credence.beam.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Finds and opens files of any file system that Beam knows. */
public final class StoredFile {

  /** By scheme. Looked for where this class comes from: a job brings its own classes to workers. */
  private static final Map<String, ObjectStore> STORES =
      ServiceLoader.load(ObjectStore.class, StoredFile.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .collect(Collectors.toUnmodifiableMap(ObjectStore::scheme, Function.identity()));

  private StoredFile() {}

  /**
   * Opens a file. Of one that lies in an {@link ObjectStore}, reads that break are made again.
   *
   * @throws FileNotFoundException when there is no such file
   * @throws IOException when it can't be opened; tells the name of the file and why
   */
  public static ReadableByteChannel open(ResourceId file) throws IOException {
    ObjectStore store = STORES.get(file.getScheme());
    return store == null ? FileSystems.open(file) : store.open(file);
  }

  /**
   * The files that match a pattern, in no order; none when there are none.
   *
   * @param pattern a file, or a pattern of files, of any file system that Beam knows
   * @throws IOException when it can't be told which there are; says why
   */
  public static List<MatchResult.Metadata> match(String pattern) throws IOException {
    ObjectStore store = STORES.get(scheme(pattern));
    return store == null
        ? FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata()
        : store.match(pattern);
  }

  private static String scheme(String location) {
    int end = location.indexOf("://");
    return end < 0 ? "" : location.substring(0, end);
  }
}
