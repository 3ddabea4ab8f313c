package io.credence.beam;

import io.credence.model.Output.Kind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** The coder of {@link Samples}: of each output 8 bytes for each sample, and the unseen levels. */
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
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(samples.outputs().size());
    for (OutputSamples output : samples.outputs()) {
      data.writeUTF(output.kind().name());
      write(output.values(), data);
      write(output.probabilities(), data);
    }
    LEVELS.encode(samples.unseenLevels(), out);
  }

  private static void write(double[] values, DataOutputStream data) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    bytes.asDoubleBuffer().put(values);
    data.writeInt(values.length);
    data.write(bytes.array());
  }

  @Override
  public Samples decode(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    List<OutputSamples> outputs = new ArrayList<>();
    for (int left = data.readInt(); left > 0; left--) {
      Kind kind = Kind.valueOf(data.readUTF());
      double[] values = read(data);
      outputs.add(OutputSamples.of(kind, values, read(data)));
    }
    return new Samples(outputs, LEVELS.decode(in));
  }

  private static double[] read(DataInputStream data) throws IOException {
    double[] values = new double[data.readInt()];
    byte[] bytes = new byte[values.length * Double.BYTES];
    data.readFully(bytes);
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
    return values;
  }
}
