package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import io.credence.predict.FieldReader;
import io.credence.predict.Predictor;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import java.io.Serializable;
import java.util.List;

/**
 * Scores with a second model each record that has a score of the first, whose score is not touched
 * by it: a challenger in the shadow of its champion.
 */
public final class SecondModel implements Attachment {

  private static final long serialVersionUID = 1;

  /** Takes what the second model says. It travels with the job. */
  public interface Receiver extends Serializable {

    /** A record has a score of both. */
    void both(Scored first, Scored second);

    /** A record has a score of the first alone. */
    void onlyFirst(Scored first, UnscorableException reason);
  }

  private final ModelRef model;
  private final ScoreSpec spec;
  private final Receiver receiver;

  private SecondModel(ModelRef model, ScoreSpec spec, Receiver receiver) {
    this.model = model;
    this.spec = spec;
    this.receiver = receiver;
  }

  /**
   * Returns the attachment of a second model.
   *
   * @param spec to which figures it scores
   */
  public static SecondModel of(ModelRef model, ScoreSpec spec, Receiver receiver) {
    return new SecondModel(model, spec, receiver);
  }

  @Override
  public List<String> fields() {
    return Predictor.fields(model.model(), spec.predict().keyField());
  }

  @Override
  public <T> RecordObserver<T, Scored> open(FieldReader<T> reader) {
    Scorer scorer = Scorer.of(model.model(), spec);
    return new RecordObserver<>() {
      @Override
      public void scored(T record, Scored first) {
        Scored second;
        try {
          second = scorer.score(reader, record);
        } catch (UnscorableException e) {
          receiver.onlyFirst(first, e);
          return;
        }
        receiver.both(first, second);
      }

      @Override
      public void deadLetter(T record, UnscorableException reason) {
        // There is nothing to compare with.
      }
    };
  }
}
