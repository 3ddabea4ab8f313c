package io.credence.beam;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** The coder of {@link Samples}: a count, 8 bytes for each sample, and the unseen levels. */
public final class SamplesCoder extends AtomicCoder<Samples> {

  private static final long serialVersionUID = 1;

  private static final SamplesCoder INSTANCE = new SamplesCoder();
  private static final ListCoder<String> LEVELS = ListCoder.of(StringUtf8Coder.of());

  private SamplesCoder() {}

  public static SamplesCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Samples samples, OutputStream out) throws IOException {
    double[] values = samples.values();
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    bytes.asDoubleBuffer().put(values);
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(values.length);
    data.write(bytes.array());
    LEVELS.encode(samples.unseenLevels(), out);
  }

  @Override
  public Samples decode(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    double[] values = new double[data.readInt()];
    byte[] bytes = new byte[values.length * Double.BYTES];
    data.readFully(bytes);
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
    return Samples.of(values, LEVELS.decode(in));
  }
}
