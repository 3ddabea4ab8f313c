package io.credence.server.operations;

import io.credence.server.html.Html;
import io.credence.server.html.HtmlPage;
import io.credence.server.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows the description of the server to people: each path, and the fields of its request. */
final class DocsPage {

  private static final List<String> NOT_SHOWN =
      List.of("properties", "additionalProperties", "required");

  private final Html html;

  private DocsPage(Html html) {
    this.html = html;
  }

  /**
   * The page.
   *
   * @param document as OpenAPI
   */
  static Answer of(Map<String, Object> document) {
    return HtmlPage.of("What can be asked", html -> new DocsPage(html).write(document));
  }

  private void write(Map<String, Object> document) {
    html.open("nav").element("a", "Ask by hand", "href", "/");
    html.element("a", "The same as OpenAPI", "href", "/openapi.json").close("nav");
    members(document, "paths")
        .forEach(
            (path, methods) ->
                object(methods)
                    .forEach(
                        (method, operation) -> writeOperation(method, path, object(operation))));
  }

  private void writeOperation(String method, String path, Map<String, Object> operation) {
    html.data("h2", method.toUpperCase(Locale.ROOT) + " " + path);
    html.element("p", String.valueOf(operation.get("summary")));
    Map<String, Object> schema = schema(members(operation, "requestBody"));
    if (schema.isEmpty()) {
      return;
    }
    html.open("table").open("tr").element("th", "Field").element("th", "What it takes");
    html.close("tr");
    writeFields("", schema);
    html.close("table");
  }

  private static Map<String, Object> schema(Map<String, Object> body) {
    return members(members(members(body, "content"), "application/json"), "schema");
  }

  /** Those of an object, of which there may be several kinds, and of what is in it. */
  private void writeFields(String at, Map<String, Object> schema) {
    alternatives(schema).forEach(each -> writeFields(at, object(each)));
    List<?> required = schema.get("required") instanceof List<?> list ? list : List.of();
    members(schema, "properties")
        .forEach(
            (name, value) -> {
              String path = at + name;
              Map<String, Object> field = object(value);
              html.open("tr").data("td", path).open("td");
              html.open("bdi").text(required.contains(name) ? "required; " : "");
              html.text(words(field)).close("bdi").close("td").close("tr");
              writeFields(path + ".", field);
              writeFields(path + "[].", members(field, "items"));
            });
  }

  private static List<?> alternatives(Map<String, Object> schema) {
    return schema.get("anyOf") instanceof List<?> list ? list : List.of();
  }

  /** The keywords of a schema and their values; of what has fields, these are shown below. */
  private static String words(Map<String, Object> schema) {
    if (schema.containsKey("anyOf")) {
      return alternatives(schema).stream()
          .map(each -> words(object(each)))
          .collect(Collectors.joining(" or "));
    }
    List<String> words = new ArrayList<>();
    schema.forEach(
        (keyword, value) -> {
          if (keyword.equals("items")) {
            words.add("each of " + words(object(value)));
          } else if (!NOT_SHOWN.contains(keyword)) {
            words.add(keyword + " " + value);
          }
        });
    return String.join("; ", words);
  }

  private static Map<String, Object> members(Map<String, Object> object, String name) {
    return object(object.getOrDefault(name, Map.of()));
  }

  /** All objects of the document have texts for names. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }
}
