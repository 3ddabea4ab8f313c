package io.credence.server.inference;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.credence.deadletter.UnscorableException;
import io.credence.messages.JsonFields;
import io.credence.model.Feature;
import io.credence.model.FeatureType;
import io.credence.predict.Predictor;
import io.credence.problem.Suggestion;
import io.credence.server.json.JsonValues;
import io.credence.server.json.Members;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tensors of a request, each with the values of one field, record by record. A row of them is a
 * record.
 */
final class InputTensors {

  private final List<String> fields;
  private final int[] sizes;
  private final @Nullable List<@Nullable Object>[] values;
  private final RequestLimits limits;
  private int rows = -1;

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of lists of something.
  InputTensors(ServedModel model, RequestLimits limits) {
    this.limits = limits;
    this.fields = Predictor.fields(model.model(), model.keyField());
    this.sizes = new int[fields.size()];
    this.values = new List[fields.size()];
    List<Feature> features = model.model().features();
    for (int i = 0; i < features.size(); i++) {
      sizes[i] = features.get(i).type() == FeatureType.VECTOR ? features.get(i).size() : 0;
    }
  }

  /** A tensor as it is read. */
  private static final class Tensor {
    private @Nullable String name;
    private @Nullable String datatype;
    private final List<Integer> shape = new ArrayList<>();
    private final List<@Nullable Object> data = new ArrayList<>();
    private boolean hasData;
  }

  /** Reads a tensor. */
  void read(JsonParser parser, String field) throws IOException, Refusal {
    Tensor tensor = new Tensor();
    new Members()
        .with("name", (value, at) -> tensor.name = JsonValues.text(value, at))
        .with("datatype", (value, at) -> tensor.datatype = datatype(value, at))
        .with("shape", (value, at) -> readShape(value, at, tensor))
        .with("data", (value, at) -> readData(value, at, tensor))
        .with("parameters", (value, at) -> refuseBinary(at))
        .read(parser, field);
    if (tensor.name == null || tensor.datatype == null || !tensor.hasData) {
      throw Refusal.missing(
          field, "an object with name, shape, datatype and data (as JSON, not binary)");
    }
    add(field, tensor.name, tensor);
  }

  private static String datatype(JsonParser parser, String field) throws IOException, Refusal {
    String name = JsonValues.text(parser, field);
    if (!Datatype.NAMES.contains(name)) {
      throw Refusal.field(field, name, "one of " + String.join(", ", Datatype.NAMES));
    }
    return name;
  }

  private void readShape(JsonParser parser, String field, Tensor tensor)
      throws IOException, Refusal {
    JsonValues.list(parser, field, "a list of whole numbers");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      tensor.shape.add(JsonValues.whole(parser, field, 0, Integer.MAX_VALUE));
    }
  }

  /** Nested lists of it are its rows, which may be left out: the shape tells. */
  private static void readData(JsonParser parser, String field, Tensor tensor)
      throws IOException, Refusal {
    JsonValues.list(parser, field, "a list of values");
    tensor.hasData = true;
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        depth++;
      } else if (token == JsonToken.END_ARRAY) {
        depth--;
      } else {
        tensor.data.add(value(parser, field));
      }
    }
  }

  private static @Nullable Object value(JsonParser parser, String field)
      throws IOException, Refusal {
    try {
      return JsonFields.value(field, parser);
    } catch (UnscorableException e) {
      throw Refusal.record(e, field, null, null);
    }
  }

  private static void refuseBinary(String field) throws Refusal {
    throw Refusal.field(
        field, "given", "left out: tensors are JSON here (binary_data=False in a client)");
  }

  private void add(String field, String name, Tensor tensor) throws Refusal {
    int position = fields.indexOf(name);
    if (position < 0) {
      throw Refusal.field(
          field + ".name",
          name,
          "one of " + String.join(", ", fields) + Suggestion.didYouMean(name, fields));
    }
    if (values[position] != null) {
      throw Refusal.field(field + ".name", name + ", twice", "given once");
    }
    long count = tensor.shape.stream().mapToLong(Integer::longValue).reduce(1, InputTensors::times);
    int size = Math.max(1, sizes[position]);
    if (tensor.shape.isEmpty()
        || count != tensor.data.size()
        || count != (long) tensor.shape.get(0) * size) {
      throw Refusal.field(
          field + ".shape",
          "%s with %s values".formatted(tensor.shape, tensor.data.size()),
          sizes[position] == 0
              ? "[n] or [n, 1], with as many values"
              : "[n, %s], with as many values".formatted(size));
    }
    require(field, tensor.shape.get(0));
    values[position] = tensor.data;
  }

  private static long times(long a, long b) {
    return Math.multiplyHigh(a, b) == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
  }

  private void require(String field, int count) throws Refusal {
    if (count > limits.records()) {
      throw Refusal.field(
          field + ".shape",
          "of %s records".formatted(count),
          "of at most %s records (--maxRecords)".formatted(limits.records()));
    }
    if (rows >= 0 && rows != count) {
      throw Refusal.field(
          field + ".shape",
          "of %s records".formatted(count),
          "of %s records, as the tensor before it".formatted(rows));
    }
    rows = count;
  }

  /** Checks that there is at least one tensor; a feature without one is missing in each record. */
  void requireAlike() throws Refusal {
    if (rows < 0) {
      throw Refusal.missing("inputs", "a list of tensors: " + String.join(", ", fields));
    }
  }

  /** How many records there are. */
  int rows() {
    return rows;
  }

  /** The value of a field of a record, as scoring reads it. */
  @Nullable Object value(int row, int field) {
    List<@Nullable Object> all = values[field];
    if (all == null) {
      return null;
    }
    int size = sizes[field];
    return size == 0 ? all.get(row) : all.subList(row * size, (row + 1) * size);
  }
}
