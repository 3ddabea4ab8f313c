package io.credence.jobs.late;

import io.credence.beam.Evaluating;
import io.credence.deadletter.UnscorableException;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.Issue;
import io.credence.evaluation.RecordCount;
import io.credence.evaluation.ScoreCheck;
import io.credence.kafka.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Reads predictions, or records that can be predicted. A score that a record brings along is
 * computed again, and the record waits for its label only when it is the same.
 */
final class ReadPredictionsFn extends DoFn<Message, KV<String, Arrival>> {

  private static final long serialVersionUID = 1;

  private final LateTopic topic;
  private final Evaluating evaluating;
  private final LateTerms terms;
  private transient @Nullable MessageFields fields;
  private transient @Nullable ScoreCheck<MessageFields> check;
  private transient @Nullable Sums sums;

  ReadPredictionsFn(LateTopic topic, Evaluating evaluating, LateTerms terms) {
    this.topic = topic;
    this.evaluating = evaluating;
    this.terms = terms;
  }

  @Setup
  public void setup() {
    List<String> checked =
        ScoreCheck.fields(evaluating.model().model(), evaluating.spec().predict());
    List<String> all = new ArrayList<>(evaluating.fields());
    int evaluated = all.size();
    all.addAll(checked);
    fields = new MessageFields(topic, all, terms.key());
    check =
        ScoreCheck.of(
            evaluating.model().model(),
            evaluating.spec().predict(),
            (message, field) -> message.value(evaluated + field));
    sums = new Sums(terms.window());
  }

  @ProcessElement
  public void process(@Element Message message, MultiOutputReceiver out) throws IOException {
    Sums counts = Objects.requireNonNull(sums, "@Setup was not called");
    counts.count(message.timestamp(), RecordCount.READ);
    MessageFields read = Objects.requireNonNull(fields, "@Setup was not called");
    try {
      read.read(message);
    } catch (UnscorableException e) {
      Evaluation letter = Evaluation.revisable();
      letter.deadLetter(e.code());
      counts.add(message.timestamp(), letter);
      return;
    }
    Optional<String> key = read.key();
    Issue issue = issue(message, key, read);
    if (issue != null) {
      counts.issue(message.timestamp(), issue);
    } else {
      out.get(LateEvaluation.ARRIVALS).output(KV.of(key.orElseThrow(), prediction(message, read)));
    }
  }

  private @Nullable Issue issue(Message message, Optional<String> key, MessageFields read) {
    if (key.isEmpty()) {
      return new Issue(RecordCount.WITHOUT_KEY, MessageFields.place(message), read.whyNoKey());
    }
    ScoreCheck<MessageFields> served = Objects.requireNonNull(check, "@Setup was not called");
    return served.isScored(read)
        ? served
            .difference(read)
            .map(what -> new Issue(RecordCount.SCORE_MISMATCH, MessageFields.place(message), what))
            .orElse(null)
        : null;
  }

  private Prediction prediction(Message message, MessageFields read) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < evaluating.fields().size(); i++) {
      values.add(read.value(i));
    }
    return new Prediction(message.timestamp(), values);
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    Objects.requireNonNull(sums, "@Setup was not called").flush(context);
  }
}
