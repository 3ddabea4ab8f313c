package io.credence.jobs.labels;

import io.credence.evaluation.LabelReader.InvalidLabelException;
import io.credence.evaluation.RecordCount;
import io.credence.problem.Excerpt;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the label files say of one record: the label of each output, or why they can't be used.
 * Immutable.
 */
public final class FoundLabels {

  private static final double[] NONE = {};

  private final RecordCount kind;
  private final double[] values;
  private final String fault;

  private FoundLabels(RecordCount kind, double[] values, String fault) {
    this.kind = kind;
    this.values = values;
    this.fault = fault;
  }

  /** Labels; takes the array over. */
  static FoundLabels of(double[] values) {
    return new FoundLabels(RecordCount.EVALUATED, values, "");
  }

  /** A label that its output can't have. */
  static FoundLabels invalid(String key, InvalidLabelException reason) {
    return fault(
        RecordCount.INVALID_LABEL, "the key " + Excerpt.of(key) + ": " + reason.getMessage());
  }

  /** None, since nothing can be found without a key. */
  static FoundLabels withoutKey(String column) {
    return fault(RecordCount.WITHOUT_KEY, "there is no value in " + column);
  }

  /** Of one of several records that could have a label. */
  static FoundLabels predictedTwice(String key) {
    return fault(
        RecordCount.PREDICTED_TWICE, "another record has the key " + Excerpt.of(key) + ", too");
  }

  /** Of a record that has several labels. */
  static FoundLabels labelledTwice(String key) {
    return fault(RecordCount.LABELLED_TWICE, "several labels have the key " + Excerpt.of(key));
  }

  private static FoundLabels fault(RecordCount kind, String fault) {
    return new FoundLabels(kind, NONE, fault);
  }

  /** What the record counts as; {@link RecordCount#EVALUATED} where it has labels. */
  public RecordCount kind() {
    return kind;
  }

  /** The label of each output, NaN for none. Shared: do not change. */
  public double[] values() {
    return values;
  }

  /** Why labels can't be used; empty where they can. */
  public String fault() {
    return fault;
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeBoolean(values.length > 0);
    if (values.length == 0) {
      out.writeUTF(kind.name());
      Text.write(fault, out);
      return;
    }
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  static FoundLabels readFrom(DataInput in) throws IOException {
    if (!in.readBoolean()) {
      return fault(RecordCount.valueOf(in.readUTF()), Text.read(in));
    }
    double[] values = new double[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return of(values);
  }
}
