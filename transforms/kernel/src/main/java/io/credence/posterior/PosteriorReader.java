package io.credence.posterior;

import java.util.List;

/** Reads one file format. A new format implements this and joins {@link #forContent}. */
interface PosteriorReader {

  /** Whether these bytes are in this reader's format, judged by how they begin. */
  boolean recognises(byte[] content);

  /**
   * Reads the file or says all that is wrong with it.
   *
   * @param name the file's name, for messages
   * @param content the whole file, which {@link #recognises} has accepted
   */
  Posterior read(String name, byte[] content) throws PosteriorException;

  static PosteriorReader forContent(String name, byte[] content) throws PosteriorException {
    for (PosteriorReader reader : List.of(new NetCdf4Reader(), new NetCdf3Refusal())) {
      if (reader.recognises(content)) {
        return reader;
      }
    }
    String problem =
        "a posterior must be a NetCDF-4 file (HDF5), as ArviZ writes it with"
            + " idata.to_netcdf(...), but "
            + (content.length == 0 ? "this file is empty" : "this file is something else");
    throw PosteriorException.of(name, problem);
  }
}
