package io.credence.beam.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * A store across a network, which is listed, read and tidied in a way of its own rather than
 * through Beam's file system for it. Implementations are found by {@link java.util.ServiceLoader},
 * are safe for threads, and keep no threads of their own: a job's classes must be let go with it.
 */
public interface ObjectStore {

  /** The scheme of the store's locations, in small letters, such as {@code s3}. */
  String scheme();

  /**
   * The objects that match a pattern, in no order; none when there are none.
   *
   * @param pattern a location, which may hold wildcards as Beam knows them
   * @throws IOException when it can't be told which there are; says why
   * @throws IllegalArgumentException when this is no location of the store
   */
  List<MatchResult.Metadata> match(String pattern) throws IOException;

  /**
   * As {@link #match(String)}, of objects within a folder whose own name may hold anything.
   *
   * @param pattern relative to the folder
   */
  List<MatchResult.Metadata> match(ResourceId folder, String pattern) throws IOException;

  /** The size of an object; empty when there is none. */
  OptionalLong size(ResourceId object) throws IOException;

  /**
   * Opens an object for reading. A read that breaks is made again by the channel itself.
   *
   * @throws FileNotFoundException when there is no such object
   * @throws IOException when it can't be read; tells its name and why
   */
  SeekableByteChannel open(ResourceId object) throws IOException;

  /**
   * Begins an object, which is there, whole, when the channel is closed, and not before.
   *
   * @param mimeType what it holds
   */
  WritableByteChannel create(ResourceId object, String mimeType) throws IOException;

  /**
   * Gives an object another name, in place of what has that name. When it fails, the object has its
   * old name, and perhaps the new one as well: it can be done again.
   *
   * @param bytes the size of the object
   */
  void move(ResourceId from, ResourceId to, long bytes) throws IOException;

  /**
   * Deletes objects; those that are not there are passed over.
   *
   * @throws IOException when the store refuses one; names it
   */
  void delete(Collection<ResourceId> objects) throws IOException;
}
