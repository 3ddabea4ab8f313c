package io.credence.jobs.late;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.coders.VarLongCoder;

/**
 * What is known of a key. It is the same in whatever order predictions and labels came. Immutable.
 *
 * @param predictions those that differ in their values, each with the smallest time at which it
 *     came; more than one when nothing says which of them a label is of
 * @param labels those that differ, in their {@linkplain Label#ORDER order}; the last one holds
 */
record Known(List<Prediction> predictions, List<Label> labels) {

  static final Known NOTHING = new Known(List.of(), List.of());

  /** Of each side: more of them are counted, and forgotten, the earliest labels first. */
  private static final int MOST = 100;

  private static final VarLongCoder NUMBER = VarLongCoder.of();

  /** A prediction with its label. */
  record Pair(Prediction prediction, Label label) {}

  Known {
    predictions = List.copyOf(predictions);
    labels = List.copyOf(labels);
  }

  /** The same with one more arrival. */
  Known with(Arrival arrival) {
    return arrival instanceof Label label ? with(label) : with((Prediction) arrival);
  }

  private Known with(Prediction prediction) {
    List<Prediction> more = new ArrayList<>(predictions);
    Optional<Prediction> same = same(prediction);
    if (same.isPresent()) {
      more.set(more.indexOf(same.get()), earlier(same.get(), prediction));
    } else if (more.size() < MOST) {
      more.add(prediction);
    }
    return new Known(more, labels);
  }

  private static Prediction earlier(Prediction one, Prediction other) {
    return other.time() < one.time() ? other : one;
  }

  /** What is known of the same prediction, which may have come at another time. */
  Optional<Prediction> same(Prediction prediction) {
    return predictions.stream()
        .filter(before -> before.values().equals(prediction.values()))
        .findFirst();
  }

  private Known with(Label label) {
    List<Label> more = new ArrayList<>(labels);
    Label last = label;
    for (Label before : labels) {
      if (before.values().equals(label.values())) {
        more.remove(before);
        last = Label.ORDER.compare(before, label) > 0 ? before : label;
      }
    }
    more.add(last);
    more.sort(Label.ORDER);
    return new Known(predictions, more.size() > MOST ? more.subList(1, more.size()) : more);
  }

  /** Whether a label says what another one has said. */
  boolean has(Label label) {
    return labels.stream().anyMatch(before -> before.values().equals(label.values()));
  }

  /**
   * The prediction with the label that holds; empty while one is missing, or when it is unclear.
   */
  Optional<Pair> pair() {
    return predictions.size() == 1 && !labels.isEmpty()
        ? Optional.of(new Pair(predictions.get(0), labels.get(labels.size() - 1)))
        : Optional.empty();
  }

  void writeTo(OutputStream out) throws IOException {
    NUMBER.encode((long) predictions.size(), out);
    for (Prediction prediction : predictions) {
      prediction.writeTo(out);
    }
    NUMBER.encode((long) labels.size(), out);
    for (Label label : labels) {
      label.writeTo(out);
    }
  }

  static Known readFrom(InputStream in) throws IOException {
    List<Prediction> predictions = new ArrayList<>();
    for (long left = NUMBER.decode(in); left > 0; left--) {
      predictions.add(Prediction.readFrom(in));
    }
    List<Label> labels = new ArrayList<>();
    for (long left = NUMBER.decode(in); left > 0; left--) {
      labels.add(Label.readFrom(in));
    }
    return new Known(predictions, labels);
  }
}
