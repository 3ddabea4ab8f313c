package io.credence.beam.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Finds and opens files of any file system that Beam knows. */
public final class StoredFile {

  private static final String LOCAL = "file";

  /** One file of a store; of a pattern, the folder was listed. */
  private static final Pattern ONE_REMOTE =
      Pattern.compile("(?!file:)[a-zA-Z][a-zA-Z0-9+.-]+://[^*?\\[]*");

  private StoredFile() {}

  /**
   * Opens a file. Of one that lies across a network and can be read at positions, a read that
   * breaks goes on where it was.
   *
   * @throws FileNotFoundException when there is no such file
   * @throws IOException when it can't be opened; tells the name of the file and why
   */
  public static ReadableByteChannel open(ResourceId file) throws IOException {
    if (file.getScheme().equals(LOCAL)) {
      return FileSystems.open(file);
    }
    ReadableByteChannel channel = openOnce(file);
    return channel instanceof SeekableByteChannel seekable
        ? new ResumingChannel(file.toString(), seekable, () -> reopen(file))
        : channel;
  }

  /**
   * The files that match a pattern, in no order; none when there are none.
   *
   * @param pattern a file, or a pattern of files, of any file system that Beam knows
   * @throws IOException when it can't be told which there are; says why
   */
  public static List<MatchResult.Metadata> match(String pattern) throws IOException {
    List<MatchResult.Metadata> files;
    try {
      files = FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata();
    } catch (IOException | RuntimeException e) {
      throw told(Reason.of(pattern, e));
    }
    if (files.isEmpty() && ONE_REMOTE.matcher(pattern).matches()) {
      requireFolder(pattern);
    }
    return files;
  }

  /** Where a whole bucket is absent, a store says of each of its objects that it is. */
  private static void requireFolder(String pattern) throws IOException {
    FileNotFoundException nothing = new FileNotFoundException(pattern);
    Exception reason = Reason.listing(pattern, nothing);
    if (reason != nothing && !StoreFailure.isDenied(reason)) {
      throw told(reason);
    }
  }

  private static IOException told(Exception failure) {
    return failure instanceof IOException told && !StoreFailure.isKnown(failure)
        ? told
        : new IOException(StoreFailure.line(failure), failure);
  }

  private static SeekableByteChannel reopen(ResourceId file) throws IOException {
    return (SeekableByteChannel) openOnce(file);
  }

  private static ReadableByteChannel openOnce(ResourceId file) throws IOException {
    try {
      return FileSystems.open(file);
    } catch (FileNotFoundException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      Throwable reason = Reason.of(file.toString(), e);
      if (StoreFailure.isMissing(reason)) {
        FileNotFoundException missing = new FileNotFoundException(file + ": no such file");
        missing.initCause(e);
        throw missing;
      }
      throw new IOException(file + ": " + StoreFailure.line(reason), e);
    }
  }
}
