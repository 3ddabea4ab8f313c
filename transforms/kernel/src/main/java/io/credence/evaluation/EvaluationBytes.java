package io.credence.evaluation;

import io.credence.deadletter.DeadLetterCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An evaluation as bytes, which travel within one job: the same one gives the same bytes. */
final class EvaluationBytes {

  private EvaluationBytes() {}

  static void write(Evaluation evaluation, DataOutput out) throws IOException {
    out.writeInt(evaluation.counts().size());
    for (Map.Entry<RecordCount, Long> each : evaluation.counts().entrySet()) {
      out.writeUTF(each.getKey().name());
      out.writeLong(each.getValue());
    }
    out.writeInt(evaluation.deadLetters().size());
    for (Map.Entry<DeadLetterCode, Long> each : evaluation.deadLetters().entrySet()) {
      out.writeUTF(each.getKey().name());
      out.writeLong(each.getValue());
    }
    out.writeInt(evaluation.issues().size());
    for (Issue issue : evaluation.issues()) {
      out.writeUTF(issue.kind().name());
      text(issue.place().file(), out);
      out.writeLong(issue.place().row());
      text(issue.what(), out);
    }
    out.writeInt(evaluation.segments().size());
    for (Map.Entry<Segment, SegmentStatistics> each : evaluation.segments().entrySet()) {
      write(each.getKey(), out);
      each.getValue().writeTo(out);
    }
    evaluation.stretches().writeTo(out);
    out.writeInt(evaluation.examples());
    for (int i = 0; i < evaluation.examples(); i++) {
      out.writeInt(evaluation.shown(i).size());
      for (Example example : evaluation.shown(i)) {
        out.writeInt(example.values().length);
        for (double value : example.values()) {
          out.writeDouble(value);
        }
      }
    }
  }

  static Evaluation read(DataInput in) throws IOException {
    Evaluation evaluation = Evaluation.empty();
    for (int left = in.readInt(); left > 0; left--) {
      evaluation.count(RecordCount.valueOf(in.readUTF()), in.readLong());
    }
    for (int left = in.readInt(); left > 0; left--) {
      evaluation.put(DeadLetterCode.valueOf(in.readUTF()), in.readLong());
    }
    for (int left = in.readInt(); left > 0; left--) {
      RecordCount kind = RecordCount.valueOf(in.readUTF());
      Place place = new Place(text(in), in.readLong());
      evaluation.keep(new Issue(kind, place, text(in)));
    }
    for (int left = in.readInt(); left > 0; left--) {
      Segment segment = segment(in);
      evaluation.put(segment, SegmentStatistics.readFrom(in));
    }
    evaluation.stretches().readFrom(in);
    int outputs = in.readInt();
    for (int i = 0; i < outputs; i++) {
      Firsts<Example> examples = evaluation.examples(i);
      for (int left = in.readInt(); left > 0; left--) {
        examples.add(example(in));
      }
    }
    return evaluation;
  }

  private static Example example(DataInput in) throws IOException {
    double[] values = new double[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return Example.of(values);
  }

  private static void write(Segment segment, DataOutput out) throws IOException {
    out.writeInt(segment.values().size());
    for (String value : segment.values()) {
      out.writeBoolean(value != null);
      if (value != null) {
        text(value, out);
      }
    }
  }

  private static Segment segment(DataInput in) throws IOException {
    List<@Nullable String> values = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.add(in.readBoolean() ? text(in) : null);
    }
    return new Segment(values);
  }

  /** Which may be longer than writeUTF allows, and hold half a pair of surrogates. */
  private static void text(String text, DataOutput out) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }

  private static String text(DataInput in) throws IOException {
    char[] text = new char[in.readInt()];
    for (int i = 0; i < text.length; i++) {
      text[i] = in.readChar();
    }
    return new String(text);
  }

  static SegmentStatistics copy(SegmentStatistics statistics) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    statistics.writeTo(new DataOutputStream(bytes));
    return SegmentStatistics.readFrom(
        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
