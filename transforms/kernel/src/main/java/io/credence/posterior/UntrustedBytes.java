package io.credence.posterior;

import io.credence.problem.Problems;
import io.jhdf.exceptions.HdfFilterException;
import java.util.Optional;

/**
 * Runs code that follows pointers and lengths in a file that may be damaged. Whatever the HDF5
 * library does with such a file, be it a wild index, an endless descent or an absurd allocation,
 * comes out as an {@link UnreadableException}.
 */
final class UntrustedBytes {

  private UntrustedBytes() {}

  /** Something that reads a part of a file. */
  @FunctionalInterface
  interface Decoding<T> {
    T run() throws UnreadableException;
  }

  /**
   * @param what the part that is read, for the message, such as "variable /posterior/mu"
   */
  static <T> T decode(String what, Decoding<T> decoding) throws UnreadableException {
    try {
      return decoding.run();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      throw new UnreadableException(what + explanation(e), e);
    }
  }

  /** Takes a part of a file, or notes why it cannot be had. */
  static <T> Optional<T> collect(Problems problems, Decoding<T> part) {
    try {
      return Optional.of(part.run());
    } catch (UnreadableException e) {
      e.addTo(problems);
      return Optional.empty();
    }
  }

  private static String explanation(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof HdfFilterException && t.getCause() == null) { // else a known one that failed
        return " is compressed in a way that cannot be read here; save it again with zlib (the"
            + " default of ArviZ) or without compression";
      }
    }
    if (failure instanceof OutOfMemoryError) {
      return " does not fit into the memory of this process; raise -Xmx, or check that the file is"
          + " complete";
    }
    return " cannot be decoded; the file is truncated or damaged, or uses a feature of HDF5 that"
        + " NetCDF-4 does not have. Copy it again, or save it again with"
        + " idata.to_netcdf(...)";
  }
}
