package io.credence.server.inference;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.score.ScoreColumns;
import io.credence.score.ScoreSpec;
import io.credence.score.ScoredColumn;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;

/** Which tensors a model takes and gives. */
final class ModelMetadata {

  private static final int ANY = -1;

  private ModelMetadata() {}

  static void write(ServedModel model, JsonGenerator out) throws IOException {
    out.writeStringField("name", model.model().name());
    out.writeArrayFieldStart("versions");
    out.writeString(model.model().version());
    out.writeEndArray();
    out.writeStringField("platform", "credence");
    out.writeArrayFieldStart("inputs");
    for (Feature feature : model.model().features()) {
      tensor(
          out,
          feature.column(),
          Datatype.of(feature),
          feature.type() == FeatureType.VECTOR ? feature.size() : 0);
    }
    writeKey(model, out);
    out.writeEndArray();
    out.writeArrayFieldStart("outputs");
    for (ScoredColumn column : ScoreColumns.of(model.model(), ScoreSpec.DEFAULT).columns()) {
      boolean isList = column.type() == ScoredColumn.Type.DOUBLE_LIST;
      tensor(out, column.name(), Datatype.of(column.type()), isList ? ANY : 0);
    }
    for (String name : OutputTensors.OF_RECORDS) {
      tensor(out, name, Datatype.BYTES, 0);
    }
    out.writeEndArray();
  }

  /** Keys are texts or numbers. A client that has numbers sends them as such, which are read so. */
  private static void writeKey(ServedModel model, JsonGenerator out) throws IOException {
    String key = model.keyField();
    if (key != null
        && model.model().features().stream().noneMatch(each -> each.column().equals(key))) {
      tensor(out, key, Datatype.BYTES, 0);
    }
  }

  /** One of any number of records, each with so many numbers; 0 for one value. */
  private static void tensor(JsonGenerator out, String name, Datatype type, int size)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("name", name);
    out.writeStringField("datatype", type.name());
    out.writeArrayFieldStart("shape");
    out.writeNumber(ANY);
    if (size != 0) {
      out.writeNumber(size);
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
