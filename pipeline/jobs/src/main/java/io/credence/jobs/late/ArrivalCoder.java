package io.credence.jobs.late;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BooleanCoder;

/** The coder of {@link Arrival}s, which travel within one job. */
final class ArrivalCoder extends AtomicCoder<Arrival> {

  private static final long serialVersionUID = 1;
  private static final BooleanCoder IS_LABEL = BooleanCoder.of();

  @Override
  public void encode(Arrival arrival, OutputStream out) throws IOException {
    IS_LABEL.encode(arrival instanceof Label, out);
    if (arrival instanceof Prediction prediction) {
      prediction.writeTo(out);
    } else if (arrival instanceof Label label) {
      label.writeTo(out);
    }
  }

  @Override
  public Arrival decode(InputStream in) throws IOException {
    return IS_LABEL.decode(in) ? Label.readFrom(in) : Prediction.readFrom(in);
  }
}
