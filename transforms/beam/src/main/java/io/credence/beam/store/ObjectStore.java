package io.credence.beam.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * A store across a network, which is listed and read in a way of its own rather than through Beam's
 * file system for it. Implementations are found by {@link java.util.ServiceLoader}, and are safe
 * for threads.
 */
public interface ObjectStore {

  /** The scheme of the store's locations, such as {@code s3}. */
  String scheme();

  /**
   * The objects that match a pattern, in no order; none when there are none.
   *
   * @param pattern a location, which may hold wildcards as Beam knows them
   * @throws IOException when it can't be told which there are; says why
   */
  List<MatchResult.Metadata> match(String pattern) throws IOException;

  /**
   * Opens an object for reading. A read that breaks is made again by the channel itself.
   *
   * @throws FileNotFoundException when there is no such object
   * @throws IOException when it can't be read; tells its name and why
   */
  SeekableByteChannel open(ResourceId object) throws IOException;
}
