package io.credence.jobs.late;

import io.credence.beam.ModelRef;
import io.credence.deadletter.UnscorableException;
import io.credence.evaluation.Issue;
import io.credence.evaluation.LabelReader;
import io.credence.evaluation.LabelReader.InvalidLabelException;
import io.credence.evaluation.RecordCount;
import io.credence.kafka.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Reads labels. */
final class ReadLabelsFn extends DoFn<Message, KV<String, Arrival>> {

  private static final long serialVersionUID = 1;

  private final LateTopic topic;
  private final ModelRef model;
  private final LateTerms terms;
  private transient @Nullable MessageFields fields;
  private transient List<LabelReader> readers = List.of();
  private transient @Nullable Sums sums;

  ReadLabelsFn(LateTopic topic, ModelRef model, LateTerms terms) {
    this.topic = topic;
    this.model = model;
    this.terms = terms;
  }

  @Setup
  public void setup() {
    fields = new MessageFields(topic, terms.labels(), terms.key());
    readers = model.model().outputs().stream().map(LabelReader::of).toList();
    sums = new Sums(terms.window());
  }

  @ProcessElement
  public void process(@Element Message message, MultiOutputReceiver out) throws IOException {
    Sums counts = Objects.requireNonNull(sums, "@Setup was not called");
    MessageFields read = Objects.requireNonNull(fields, "@Setup was not called");
    counts.count(RecordCount.LABELS_READ);
    if (message.value() == null) {
      counts.count(RecordCount.LABEL_EMPTY); // As a compacted topic has it.
      return;
    }
    try {
      read.read(message);
      List<Double> values = values(read);
      Optional<String> key = read.key();
      if (values.stream().allMatch(value -> Double.isNaN(value))) {
        counts.count(RecordCount.LABEL_EMPTY);
      } else if (key.isEmpty()) {
        counts.issue(invalid(message, read.whyNoKey()));
      } else {
        out.get(LateEvaluation.ARRIVALS).output(KV.of(key.get(), label(message, values)));
      }
    } catch (UnscorableException e) {
      counts.issue(invalid(message, e.reason()));
    } catch (InvalidLabelException e) {
      counts.issue(invalid(message, String.valueOf(e.getMessage())));
    }
  }

  private List<Double> values(MessageFields read) throws InvalidLabelException {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < readers.size(); i++) {
      values.add(readers.get(i).read(read.value(i)));
    }
    return values;
  }

  private static Label label(Message message, List<Double> values) {
    return new Label(message.timestamp(), message.id().partition(), message.id().offset(), values);
  }

  private static Issue invalid(Message message, String why) {
    return new Issue(RecordCount.LABEL_INVALID, MessageFields.place(message), why);
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    Objects.requireNonNull(sums, "@Setup was not called").flush(context);
  }
}
