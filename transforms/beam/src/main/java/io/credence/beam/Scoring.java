package io.credence.beam;

import io.credence.predict.FieldReader;
import io.credence.predict.Predictor;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How records are scored: by which model, to which figures, and what is attached. It travels with a
 * job to each way in which records are scored, which {@linkplain #open opens} a scorer of it for
 * each thread. Immutable.
 */
public final class Scoring implements Serializable {

  private static final long serialVersionUID = 1;

  private final ModelRef model;
  private final ScoreSpec spec;
  private final ArrayList<Attachment> attachments;

  private Scoring(ModelRef model, ScoreSpec spec, List<Attachment> attachments) {
    this.model = model;
    this.spec = spec;
    this.attachments = new ArrayList<>(attachments);
  }

  /** Scoring without attachments. */
  public static Scoring of(ModelRef model, ScoreSpec spec) {
    return new Scoring(model, spec, List.of());
  }

  /** The same with something more attached, which is called after what was attached before. */
  public Scoring withAttachment(Attachment attachment) {
    List<Attachment> more = new ArrayList<>(attachments);
    more.add(attachment);
    return new Scoring(model, spec, more);
  }

  public ModelRef model() {
    return model;
  }

  public ScoreSpec spec() {
    return spec;
  }

  /**
   * The same without attachments and {@linkplain ModelRef#bare files}, for steps that only name it.
   */
  public Scoring bare() {
    return of(model.bare(), spec);
  }

  Scoring withSpec(ScoreSpec other) {
    return new Scoring(model, other, attachments);
  }

  /** What the reader of a record must read, in this order: for the model, and for attachments. */
  public List<String> fields() {
    Set<String> fields = new LinkedHashSet<>(modelFields());
    attachments.forEach(attachment -> fields.addAll(attachment.fields()));
    return List.copyOf(fields);
  }

  private List<String> modelFields() {
    return Predictor.fields(model.model(), spec.predict().keyField());
  }

  /**
   * Makes a scorer, for one thread.
   *
   * @param reader reads {@link #fields}, by position
   */
  public <T> RecordScorer<T, Scored> open(RecordReader<T> reader, ScoringMetrics metrics) {
    List<String> fields = fields();
    Scorer scorer = Scorer.of(model.model(), spec);
    FieldReader<T> features = only(modelFields(), fields, reader);
    List<RecordObserver<T, Scored>> observers = new ArrayList<>();
    for (Attachment attachment : attachments) {
      observers.add(attachment.open(only(attachment.fields(), fields, reader)));
    }
    RecordScorer.Step<T, Scored> step =
        record -> {
          reader.begin(record);
          return scorer.score(features, record);
        };
    return new RecordScorer<>(step, metrics, observers);
  }

  /** A reader of some of the fields, by their positions among these. */
  private static <T> FieldReader<T> only(
      List<String> some, List<String> all, FieldReader<T> reader) {
    int[] positions = some.stream().mapToInt(all::indexOf).toArray();
    return (record, field) -> reader.read(record, positions[field]);
  }
}
