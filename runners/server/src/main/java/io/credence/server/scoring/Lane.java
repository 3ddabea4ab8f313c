package io.credence.server.scoring;

import com.fasterxml.jackson.core.JsonParser;
import io.credence.deadletter.UnscorableException;
import io.credence.messages.JsonFields;
import io.credence.messages.JsonScore;
import io.credence.model.Model;
import io.credence.predict.FieldReader;
import io.credence.predict.PredictSpec;
import io.credence.predict.RecordKey;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import io.credence.server.refusal.Refusal;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores the records of one request after another: a model that is compiled for a number of
 * samples, with the memory that it draws into.
 *
 * <p>Not thread-safe: a thread {@linkplain LanePool borrows} it.
 */
public final class Lane {

  private final Model model;
  private final PredictSpec predict;
  private final Tally tally;
  private final Scorer scorer;
  private final JsonFields fields;
  private ScoreSpec spec;
  private Scorer reducing;
  private ScoreColumns columns;
  private JsonScore json;
  private @Nullable Object key;

  Lane(Model model, PredictSpec predict, Tally tally) {
    this.model = model;
    this.predict = predict;
    this.tally = tally;
    this.spec = new ScoreSpec(predict, ScoreSpec.DEFAULT.summary(), false);
    this.scorer = Scorer.of(model, spec);
    this.fields = new JsonFields(scorer.fields(), List.of());
    this.reducing = scorer;
    this.columns = ScoreColumns.of(model, spec);
    this.json = JsonScore.withNulls(columns);
  }

  int numSamples() {
    return predict.numSamples();
  }

  /**
   * Reduces from now on to what a specification asks for. Requests seldom differ in it, so that
   * what was made for the last one is kept.
   *
   * @param wanted of as many samples as this lane draws
   */
  void reduceTo(ScoreSpec wanted) {
    if (!wanted.equals(spec)) {
      reducing = scorer.reducingTo(wanted);
      columns = ScoreColumns.of(model, wanted);
      json = JsonScore.withNulls(columns);
      spec = wanted;
    }
  }

  /**
   * Scores a record that is an object of JSON.
   *
   * @param parser stands at its beginning, and then at its end, or within it when it can't be read
   * @throws UnscorableException when it can't be read, or not be scored
   */
  public Scored score(JsonParser parser) throws UnscorableException, IOException {
    try {
      fields.read(parser);
    } catch (UnscorableException e) {
      tally.deadLetter(e.code());
      throw e;
    }
    return score(JsonFields::value, fields);
  }

  /**
   * Scores a record.
   *
   * @throws UnscorableException when it can't be scored
   */
  public <T> Scored score(FieldReader<? super T> reader, T record) throws UnscorableException {
    try {
      Scored scored = reducing.score(reader, record);
      key = predict.keyField() == null ? null : reader.read(record, model.features().size());
      tally.scored();
      return scored;
    } catch (UnscorableException e) {
      tally.deadLetter(e.code());
      throw e;
    }
  }

  /**
   * Refuses the object of JSON that was scored last.
   *
   * @param record where it stands in the request, such as {@code data}
   */
  public Refusal refusal(UnscorableException reason, String record) {
    return RecordRefusal.of(model, JsonFields::value, fields, reason, record);
  }

  /** What the record that was scored last is known by: its key, or a hash of its features. */
  public String recordId() {
    return key == null ? scorer.recordId() : RecordKey.text(key);
  }

  /** What a score becomes, as {@code credence score} names it. */
  public ScoreColumns columns() {
    return columns;
  }

  /** Writes the columns of a score as JSON. */
  public JsonScore json() {
    return json;
  }
}
