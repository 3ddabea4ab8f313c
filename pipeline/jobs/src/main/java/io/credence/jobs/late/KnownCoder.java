package io.credence.jobs.late;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;

/** The coder of what is {@link Known}, which is kept as state. */
final class KnownCoder extends AtomicCoder<Known> {

  private static final long serialVersionUID = 1;

  @Override
  public void encode(Known known, OutputStream out) throws IOException {
    known.writeTo(out);
  }

  @Override
  public Known decode(InputStream in) throws IOException {
    return Known.readFrom(in);
  }
}
