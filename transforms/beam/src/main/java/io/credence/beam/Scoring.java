package io.credence.beam;

import io.credence.model.Model;
import io.credence.predict.FieldReader;
import io.credence.predict.Predictor;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.ScoredBy;
import io.credence.score.ScoredColumn;
import io.credence.score.Scorer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable Shadow shadow;
  private final @Nullable Canary canary;

  private Scoring(
      ModelRef model,
      ScoreSpec spec,
      List<Attachment> attachments,
      @Nullable Shadow shadow,
      @Nullable Canary canary) {
    this.model = model;
    this.spec = spec;
    this.attachments = new ArrayList<>(attachments);
    this.shadow = shadow;
    this.canary = canary;
  }

  /** Scoring without attachments. */
  public static Scoring of(ModelRef model, ScoreSpec spec) {
    return new Scoring(model, spec, List.of(), null, null);
  }

  /** The same with something more attached, which is called after what was attached before. */
  public Scoring withAttachment(Attachment attachment) {
    List<Attachment> more = new ArrayList<>(attachments);
    more.add(attachment);
    return new Scoring(model, spec, more, shadow, canary);
  }

  /** The same with a challenger in the shadow of the model. */
  public Scoring withShadow(Shadow challenger) {
    return new Scoring(model, spec, attachments, challenger, null);
  }

  /**
   * The same with a challenger that scores a share of all keys.
   *
   * @throws IllegalArgumentException when there is no key field, or the challenger's columns are
   *     others
   */
  public Scoring withCanary(Canary challenger) {
    if (spec.predict().keyField() == null) {
      throw new IllegalArgumentException("A share of all keys needs a key field");
    }
    List<ScoredColumn> columns = ScoreColumns.of(model.model(), spec).columns();
    List<ScoredColumn> others = ScoreColumns.of(challenger.challenger().model(), spec).columns();
    if (!others.equals(columns)) {
      throw new IllegalArgumentException(
          "The challenger's columns must be %s, but are %s".formatted(columns, others));
    }
    return new Scoring(model, spec, attachments, null, challenger);
  }

  public ModelRef model() {
    return model;
  }

  /** The challenger in the shadow of the model; null when there is none. */
  public @Nullable Shadow shadow() {
    return shadow;
  }

  /** The challenger that scores a share of all keys; null when there is none. */
  public @Nullable Canary canary() {
    return canary;
  }

  /** The model that serves, or its challenger in a share of all keys. */
  public ModelRef model(boolean isChallengers) {
    return isChallengers && canary != null ? canary.challenger() : model;
  }

  /** What scores become, whichever model makes them. */
  public ScoreColumns columns() {
    Model champion = model.model();
    ScoredBy ours = ScoredBy.of(champion);
    return ScoreColumns.of(
        champion.outputs(),
        ours,
        canary == null ? ours : ScoredBy.of(canary.challenger().model()),
        spec);
  }

  public ScoreSpec spec() {
    return spec;
  }

  Scoring withSpec(ScoreSpec other) {
    return new Scoring(model, other, attachments, shadow, canary);
  }

  /** What the reader of a record must read, in this order: for the model, and for attachments. */
  public List<String> fields() {
    Set<String> fields = new LinkedHashSet<>(fieldsOf(model));
    if (canary != null) {
      fields.addAll(fieldsOf(canary.challenger()));
    }
    attachments.forEach(attachment -> fields.addAll(attachment.fields()));
    return List.copyOf(fields);
  }

  private List<String> fieldsOf(ModelRef read) {
    return Predictor.fields(read.model(), spec.predict().keyField());
  }

  /**
   * Makes a scorer, for one thread.
   *
   * @param reader reads {@link #fields}, by position
   * @throws IllegalStateException when there is a shadow, for which there would be no end
   */
  public <T> RecordScorer<T, Scored> open(RecordReader<T> reader, ScoringMetrics metrics) {
    return open(reader, metrics, null);
  }

  /**
   * Makes a scorer, for one thread.
   *
   * @param reader reads {@link #fields}, by position
   * @param end where it ends what the shadow says; of no use without one
   */
  public <T> RecordScorer<T, Scored> open(
      RecordReader<T> reader, ScoringMetrics metrics, @Nullable ShadowEnd<T> end) {
    List<String> fields = fields();
    Scorer scorer = Scorer.of(model.model(), spec);
    List<RecordObserver<T, Scored>> observers = new ArrayList<>();
    for (Attachment attachment : attachments) {
      observers.add(attachment.open(only(attachment.fields(), fields, reader)));
    }
    if (shadow != null) {
      if (end == null) {
        throw new IllegalStateException("This way has no end for a shadow");
      }
      observers.add(new ShadowObserver<>(scorer, shadow.open(model, spec), end, metrics));
    }
    return new RecordScorer<>(step(scorer, fields, reader), metrics, observers);
  }

  private <T> RecordScorer.Step<T, Scored> step(
      Scorer scorer, List<String> fields, RecordReader<T> reader) {
    FieldReader<T> features = only(fieldsOf(model), fields, reader);
    if (canary == null) {
      return record -> {
        reader.begin(record);
        return scorer.score(features, record);
      };
    }
    ModelRef other = canary.challenger();
    return new CanaryStep<>(
        reader,
        fields.indexOf(spec.predict().keyField()),
        canary.share(),
        new CanaryStep.Side<>(scorer, features),
        new CanaryStep.Side<>(
            Scorer.of(other.model(), spec), only(fieldsOf(other), fields, reader)));
  }

  /** A reader of some of the fields, by their positions among these. */
  private static <T> FieldReader<T> only(
      List<String> some, List<String> all, FieldReader<T> reader) {
    int[] positions = some.stream().mapToInt(all::indexOf).toArray();
    return (record, field) -> reader.read(record, positions[field]);
  }
}
