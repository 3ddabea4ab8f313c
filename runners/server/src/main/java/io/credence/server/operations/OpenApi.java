package io.credence.server.operations;

import static io.credence.server.json.JsonTree.object;

import io.credence.server.http.Answer;
import io.credence.server.http.Route;
import io.credence.server.json.JsonTree;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes what can be asked, and what is answered, as OpenAPI 3.1: of the models served now. */
public final class OpenApi {

  private final Models models;
  private final RequestSchemas requests;
  private final boolean takesFeedback;

  /**
   * @param takesFeedback whether labels can be sent
   */
  public OpenApi(Models models, RequestLimits limits, boolean takesFeedback) {
    this.models = models;
    this.requests = new RequestSchemas(limits);
    this.takesFeedback = takesFeedback;
  }

  /** The routes to it: for programs, and as a page for people. */
  public List<Route> routes() {
    return List.of(
        Route.get("openapi", "/openapi.json", call -> Answer.json(JsonTree.bytes(document()))),
        Route.get("docs", "/docs", call -> DocsPage.of(document())));
  }

  private Map<String, Object> document() {
    return object(
        "openapi",
        "3.1.0",
        "info",
        object(
            "title",
            "Credence",
            "version",
            models.first().model().version(),
            "description",
            "Posterior predictive samples of records: medians, intervals and densities."),
        "paths",
        paths(),
        "components",
        object("schemas", object("Refusal", AnswerSchemas.refusal())));
  }

  private Map<String, Object> paths() {
    Map<String, Object> paths = new LinkedHashMap<>();
    addFigures(paths);
    for (ServedModel each : models.all()) {
      addModel(each, paths);
    }
    addServer(paths);
    if (takesFeedback) {
      paths.put(
          "/feedback",
          operation(
              "post",
              "A label that came later.",
              LabelSchema.request(models),
              "202",
              AnswerSchemas.kept()));
    }
    return paths;
  }

  private void addFigures(Map<String, Object> paths) {
    ServedModel first = models.first();
    paths.put(
        "/predict/v1.0.0/point",
        post("The median of a record.", requests.point(first), AnswerSchemas.point()));
    paths.put(
        "/predict/v1.0.0/interval",
        post(
            "The highest-density interval of a record.",
            requests.interval(first),
            AnswerSchemas.interval()));
    paths.put(
        "/predict/v1.0.0/density",
        post("The histogram of a record.", requests.density(first), AnswerSchemas.density()));
  }

  private void addModel(ServedModel model, Map<String, Object> paths) {
    String name = model.model().name();
    paths.put(
        "/v1/models/%s:predict".formatted(name),
        post(
            "All columns of records.",
            requests.records(model),
            AnswerSchemas.records(model.model())));
    paths.put(
        "/v2/models/" + name,
        get(
            "The tensors of the model, as the Open Inference Protocol has it.",
            TensorSchemas.metadata()));
    paths.put(
        "/v2/models/%s/ready".formatted(name),
        get("Whether the model is ready.", TensorSchemas.ready()));
    paths.put(
        "/v2/models/%s/infer".formatted(name),
        post(
            "All columns of records, as tensors.",
            requests.tensors(model),
            TensorSchemas.answer()));
  }

  private static void addServer(Map<String, Object> paths) {
    for (String protocol : List.of("", "/v2")) {
      paths.put(protocol + "/health/live", get("Whether the server lives.", AnswerSchemas.live()));
      paths.put(
          protocol + "/health/ready",
          get("Whether the server is ready, and its models.", AnswerSchemas.ready()));
    }
    paths.put(
        "/v2", get("The server, as the Open Inference Protocol has it.", TensorSchemas.server()));
  }

  private static Map<String, Object> post(
      String summary, Map<String, Object> request, Map<String, Object> answer) {
    return operation("post", summary, request, "200", answer);
  }

  private static Map<String, Object> get(String summary, Map<String, Object> answer) {
    return object("get", object("summary", summary, "responses", responses("200", answer)));
  }

  private static Map<String, Object> operation(
      String method,
      String summary,
      Map<String, Object> request,
      String status,
      Map<String, Object> answer) {
    return object(
        method,
        object(
            "summary",
            summary,
            "requestBody",
            object("required", true, "content", json(request)),
            "responses",
            responses(status, answer)));
  }

  private static Map<String, Object> responses(String status, Map<String, Object> answer) {
    return object(
        status,
        object("description", "The answer.", "content", json(answer)),
        "default",
        object(
            "description",
            "Why it is not answered as it wished.",
            "content",
            json(object("$ref", "#/components/schemas/Refusal"))));
  }

  private static Map<String, Object> json(Map<String, Object> schema) {
    return object("application/json", object("schema", schema));
  }
}
