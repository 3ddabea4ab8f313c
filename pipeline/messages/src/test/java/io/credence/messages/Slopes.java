package io.credence.messages;

import io.credence.deadletter.UnscorableException;
import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import io.credence.folder.ModelLoader;
import io.credence.model.Model;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.ScoredColumn;
import io.credence.score.ScoredRow;
import io.credence.score.Scorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** The sample model category-slopes, and what it scores. */
public final class Slopes {

  /** Without settings of Kafka's clients. */
  public static final Map<String, ?> NONE = Map.of();

  public static final ScoreSpec SPEC =
      new ScoreSpec(
          ScoreSpec.DEFAULT.predict().withNumSamples(5), ScoreSpec.DEFAULT.summary(), true);

  public static final Model MODEL = model();
  public static final ScoreColumns COLUMNS = ScoreColumns.of(MODEL, SPEC);
  public static final List<String> FIELDS = Scorer.of(MODEL, SPEC).fields();

  /** What the model reads, and a text. */
  public static final Schema SCHEMA =
      SchemaBuilder.record("flights.Row")
          .fields()
          .requiredString("note")
          .optionalDouble("x")
          .optionalInt("category")
          .endRecord();

  private Slopes() {}

  private static Model model() {
    try {
      return ModelLoader.load(ModelFolder.local(Path.of("../../samples/category-slopes"))).model();
    } catch (ModelException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The score of a record with a category that the model does not know. */
  public static Scored scored() {
    try {
      return Scorer.of(MODEL, SPEC).score((record, field) -> 1 + 7 * field, "any");
    } catch (UnscorableException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The values of a score: texts, numbers and lists of them. */
  public static List<Object> values(Scored scored) {
    ScoredRow row = COLUMNS.row(scored);
    List<Object> values = new ArrayList<>();
    List<ScoredColumn> columns = COLUMNS.columns();
    for (int i = 0; i < columns.size(); i++) {
      values.add(
          switch (columns.get(i).type()) {
            case DOUBLE -> row.doubleAt(i);
            case LONG -> row.longAt(i);
            case STRING -> row.stringAt(i);
            case DOUBLE_LIST -> Arrays.stream(row.doublesAt(i)).boxed().toList();
            case STRING_LIST -> row.stringsAt(i);
          });
    }
    return values;
  }
}
