package io.credence.beam;

import io.credence.evaluation.Evaluation;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;

/** The coder of {@link Evaluation}s, which travel within one job: equal ones are written alike. */
public final class EvaluationCoder extends AtomicCoder<Evaluation> {

  private static final long serialVersionUID = 1;

  private static final EvaluationCoder INSTANCE = new EvaluationCoder();

  private EvaluationCoder() {}

  public static EvaluationCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Evaluation evaluation, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    evaluation.writeTo(data);
    data.flush();
  }

  @Override
  public Evaluation decode(InputStream in) throws IOException {
    return Evaluation.readFrom(new DataInputStream(in));
  }
}
