package io.credence.beam.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * A disk, or a store across a network, which is listed, read, written and tidied in a way of its
 * own rather than through Beam's file system for it. Stores across a network are found by {@link
 * java.util.ServiceLoader}. Implementations are safe for threads, and keep no threads of their own:
 * a job's classes must be let go with it.
 *
 * <p>A file is absent when the store says so, and not when it fails to answer: whatever else goes
 * wrong is an {@link IOException} with the file's name and the reason. Names are taken literally.
 */
public interface ObjectStore {

  /** The scheme of the store's locations, in small letters, such as {@code s3}. */
  String scheme();

  /**
   * The file of just this name; empty when there is none, or a folder.
   *
   * @throws IllegalArgumentException when this is no location of the store
   */
  Optional<MatchResult.Metadata> file(String location) throws IOException;

  /**
   * Gives a sieve all that it may want, in no order.
   *
   * @throws IOException when they can't be listed; says why
   * @throws IllegalArgumentException when the sieve looks at no location of the store
   */
  void sift(FileSieve sieve) throws IOException;

  /**
   * The files within a folder, whose own name may hold anything, that match a pattern; in no order.
   * There are none when there is no such folder.
   *
   * @param pattern relative to the folder
   */
  List<MatchResult.Metadata> match(ResourceId folder, String pattern) throws IOException;

  /** The folders within a folder; none where folders are but a part of names. */
  List<ResourceId> folders(ResourceId folder) throws IOException;

  /** The size of a file; empty when there is none. */
  OptionalLong size(ResourceId file) throws IOException;

  /**
   * Opens a file for reading. A read that breaks is made again by the channel itself.
   *
   * @throws FileNotFoundException when there is no such file
   * @throws IOException when it can't be read; names it and the reason
   */
  SeekableByteChannel open(ResourceId file) throws IOException;

  /**
   * Begins a file of a name that no other has. Whether half of it can be seen before the channel is
   * closed depends on the store. Folders are made as they are needed.
   *
   * @param mimeType what it holds
   * @param durable whether it outlives a loss of power once the channel is closed
   */
  WritableByteChannel create(ResourceId file, String mimeType, boolean durable) throws IOException;

  /**
   * Gives a file this content in one step, whether it is there already or not: a reader sees the
   * old content or the new one, also when the machine dies meanwhile.
   *
   * @param begun the name that the new content may have before; in the same store
   * @param durable whether it outlives a loss of power when this returns
   */
  void replace(ResourceId file, byte[] content, ResourceId begun, boolean durable)
      throws IOException;

  /**
   * Gives a file another name, which no other file must have. When it fails, the file has its old
   * name, and perhaps the new one as well: it can be done again.
   *
   * @param bytes the size of the file
   * @throws FileNotFoundException when there is no such file
   * @throws FileAlreadyExistsException when another file has the name; of stores that can tell it
   *     in the same step
   */
  void move(ResourceId from, ResourceId to, long bytes) throws IOException;

  /** How many moves are worth to be made at a time. */
  int movesAtOnce();

  /** Makes moves into folders, and out of them, outlive a loss of power. */
  void settle(Collection<ResourceId> folders) throws IOException;

  /**
   * Deletes files; those that are not there are passed over.
   *
   * @throws IOException when the store refuses one; names it
   */
  void delete(Collection<ResourceId> files) throws IOException;

  /** A folder and those above it that are not there yet, the innermost first. */
  List<ResourceId> missingFolders(ResourceId folder) throws IOException;

  /**
   * Deletes folders, in their order, as long as they are empty; those not there are passed over.
   */
  void deleteEmpty(List<ResourceId> folders) throws IOException;

  /**
   * Makes a file that says who is at work, which one at a time can have.
   *
   * @param owner who claims it. Where it is unknown whether an owner is alive, one of the same name
   *     is held for a dead one, and any other for one that is alive
   * @throws ClaimedException when another owner has it
   */
  Claim claim(ResourceId file, String owner) throws IOException;

  /** Whether the owner of a claim is known to be alive. */
  boolean isHeld(ResourceId claim) throws IOException;

  /** Whether the store knows if the owner of a claim is alive. */
  boolean tellsTheDead();
}
