package io.credence.server.operations;

import static io.credence.server.json.JsonTree.object;
import static io.credence.server.operations.Schemas.TEXT;
import static io.credence.server.operations.Schemas.TRUTH;

import io.credence.predict.Predictor;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import java.util.List;
import java.util.Map;

/** Requests and answers of the Open Inference Protocol, as JSON Schema. */
final class TensorSchemas {

  private static final Map<String, Object> DATATYPE =
      object(
          "enum",
          List.of(
              "BOOL", "UINT8", "UINT16", "UINT32", "UINT64", "INT8", "INT16", "INT32", "INT64",
              "FP16", "FP32", "FP64", "BYTES"));
  private static final Map<String, Object> BINARY =
      Schemas.closed(object("binary_data", TRUTH), List.of());

  private TensorSchemas() {}

  static Map<String, Object> request(ServedModel model, RequestLimits limits) {
    Map<String, Object> parameters = ParameterSchemas.members(model.model(), limits);
    parameters.put("binary_data", TRUTH);
    parameters.put("binary_data_output", TRUTH);
    return Schemas.closed(
        object(
            "id",
            TEXT,
            "inputs",
            object("type", "array", "items", input(model), "minItems", 1),
            "outputs",
            Schemas.list(Schemas.closed(object("name", TEXT, "parameters", BINARY), List.of())),
            "parameters",
            Schemas.closed(parameters, List.of())),
        List.of("inputs"));
  }

  private static Map<String, Object> input(ServedModel model) {
    return Schemas.closed(
        object(
            "name",
            object("enum", Predictor.fields(model.model(), model.keyField())),
            "datatype",
            DATATYPE,
            "shape",
            object("type", "array", "items", Schemas.COUNT, "minItems", 1),
            "data",
            object("type", "array")),
        List.of("name", "shape", "datatype", "data"));
  }

  static Map<String, Object> answer() {
    Map<String, Object> tensor =
        Schemas.exact(
            object(
                "name",
                TEXT,
                "datatype",
                object("enum", List.of("FP64", "INT64", "BYTES")),
                "shape",
                Schemas.list(Schemas.COUNT, 1, 2),
                "data",
                Schemas.list(object("type", List.of("number", "string", "null")))));
    return Schemas.closed(
        object(
            "model_name", TEXT, "model_version", TEXT, "id", TEXT, "outputs", Schemas.list(tensor)),
        List.of("model_name", "model_version", "outputs"));
  }

  static Map<String, Object> metadata() {
    Map<String, Object> tensor =
        Schemas.exact(
            object(
                "name",
                TEXT,
                "datatype",
                DATATYPE,
                "shape",
                Schemas.list(object("type", "integer", "minimum", -1), 1, 2)));
    return Schemas.exact(
        object(
            "name",
            TEXT,
            "versions",
            Schemas.list(TEXT),
            "platform",
            TEXT,
            "inputs",
            Schemas.list(tensor),
            "outputs",
            Schemas.list(tensor)));
  }

  static Map<String, Object> server() {
    return Schemas.exact(object("name", TEXT, "version", TEXT, "extensions", Schemas.list(TEXT)));
  }

  static Map<String, Object> ready() {
    return Schemas.exact(object("name", TEXT, "ready", TRUTH));
  }
}
