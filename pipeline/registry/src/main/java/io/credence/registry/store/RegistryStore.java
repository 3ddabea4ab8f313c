package io.credence.registry.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder tree whose files are created, once and whole, and never changed. That is all that a
 * registry asks of a disk or an object store; who was first at a name is decided there.
 *
 * <p>Names are relative to the tree, with {@code /} between their parts, and the caller has checked
 * them. Implementations are safe for threads.
 */
public interface RegistryStore {

  /** More than any file has that can be read into memory. */
  int MAX_BYTES = Integer.MAX_VALUE - 8;

  /** A path or URI, for messages. */
  String location();

  /** A path or URI under which a folder's files can be read by others. */
  String location(String folder);

  /**
   * The names of the files in a folder and of the folders in it, those with a {@code /} at the end;
   * in no order. Empty when there is no such folder. What is being written is left out.
   *
   * @throws IOException when the folder can't be listed
   */
  List<String> list(String folder) throws IOException;

  /**
   * The content of a file.
   *
   * @throws NoSuchFileException when it is certain that there is no such file
   * @throws IOException when it can't be read, or is larger than the limit
   */
  byte[] read(String name, int maxBytes) throws IOException;

  /**
   * The contents of files, in the order of their names. A store that takes its time to answer reads
   * several at once.
   *
   * @throws NoSuchFileException as {@link #read}, with the file's location
   * @throws IOException as {@link #read}
   */
  default List<byte[]> readAll(List<String> names, int maxBytes) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (String name : names) {
      contents.add(read(name, maxBytes));
    }
    return contents;
  }

  /**
   * Creates a file, in one step and so that it outlives a loss of power. A reader sees all of it or
   * none.
   *
   * @return whether the file holds this content now; false when it was there with another
   * @throws IOException when it can't be created, or it is not known whether it was; the same call
   *     may be made again
   */
  boolean create(String name, byte[] content) throws IOException;
}
