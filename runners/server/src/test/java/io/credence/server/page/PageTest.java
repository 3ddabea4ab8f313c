package io.credence.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.server.TestServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page shows what the endpoints answer, and nothing that is sent to it becomes markup. */
class PageTest {

  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.ofSamples("category-slopes", "flights", "gallery/categorical");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static HttpResponse<String> send(String path, Map<String, String> form) {
    return server.send(
        server
            .to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form))));
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(each -> part(each.getKey()) + "=" + part(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> slopes(String x, String category) {
    return Map.of("data.x", x, "data.category", category);
  }

  @Test
  void formHoldsFieldsAndLevelsAndOtherModels() {
    HttpResponse<String> page = server.get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'sha256-");
    assertThat(page.body())
        .contains("name=\"data.x\"", "name=\"data.category\"", "href=\"/models/flights\"")
        .doesNotContain("<script");
  }

  @Test
  void figuresAreThoseOfTheEndpoint() {
    String body = "{\"data\": {\"x\": 5, \"category\": 1}, \"algo_param\": {\"n_samples\": 200}}";
    String median = server.ask("/predict/v1.0.0/point", body).get("y_pred").asText();
    String lower = server.ask("/predict/v1.0.0/interval", body).get("y_pred_lower").asText();

    HttpResponse<String> page =
        send("/", Map.of("data.x", "5", "data.category", "1", "n_samples", "200"));

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("value=\"" + median + "\"", "value=\"" + lower + "\"", "<svg", "200 samples");
  }

  @Test
  void classesAreBars() {
    String form = server.get("/models/categorical").body();
    assertThat(form).contains("<form");

    HttpResponse<String> page = send("/models/categorical", firstValues(form));

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).contains("class=\"held\"", "%</data>").doesNotContain("Median");
  }

  /** What a browser sends when a person presses the button at once. */
  private static Map<String, String> firstValues(String form) {
    return Pattern.compile(
            "<input name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\""
                + "|<select name=\"([^\"]+)\".*?value=\"([^\"]*)\"[^>]*selected")
        .matcher(form)
        .results()
        .collect(
            Collectors.toMap(
                each -> each.group(1) == null ? each.group(3) : each.group(1),
                each -> each.group(1) == null ? each.group(4) : each.group(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"category-slopes", "flights", "categorical"})
  void whatTheFormHoldsAtFirstIsAnswered(String model) {
    Map<String, String> first = firstValues(server.get("/models/" + model).body());

    assertThat(send("/models/" + model, first).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "data.x, abc, data.x-fault",
    "data.x, '', data.x-fault",
    "data.x, NaN, data.x-fault",
    "data.x, 1e999, data.x-fault",
    "n_samples, 0, n_samples-fault",
    "n_samples, 10001, n_samples-fault",
    "hdi_probability, 1, hdi_probability-fault",
    "bins, 501, bins-fault",
  })
  void faultStandsBesideItsField(String field, String value, String place) {
    Map<String, String> form = new HashMap<>(slopes("5", "1"));
    form.put(field, value);

    HttpResponse<String> page = send("/", form);

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("id=\"" + place + "\"").doesNotContain("<svg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onfocus='alert(1)",
        "&lt;script&gt;",
        "</select></style><b>",
      })
  void markupStaysText(String text) {
    HttpResponse<String> page = send("/", slopes(text, text));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).doesNotContain(text).contains("id=\"data.");
  }

  @Test
  void textsFromRightToLeftAreKeptApart() {
    String text = "\u202e\u05e9\u05dc\u05d5\u05dd";

    assertThat(send("/", slopes("5", text)).body())
        .contains("value=\"" + text + "\" dir=\"auto\"")
        .contains("<p class=\"fault\" id=\"data.category-fault\"><bdi>");
  }

  @Test
  void longTextsAreShownOnceAndCutInMessages() {
    String text = "x".repeat(10_000);

    String page = send("/", slopes(text, "1")).body();

    assertThat(page).contains("value=\"" + text + "\"");
    assertThat(page.length()).isLessThan(20_000);
  }

  @ParameterizedTest
  @CsvSource({
    "data.x=1&data.x=2, 422, given once",
    "data.y=1, 422, one of data.x",
    "data.x, 400, without =",
    "data.x=%zz, 400, hexadecimal",
    "data.x=%ff, 400, UTF-8",
  })
  void formsThatNoBrowserSendsAreRefused(String body, int status, String reason) {
    HttpResponse<String> answer =
        server.send(
            server
                .to("/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));

    assertThat(server.refused(status, answer).get("error").asText()).contains(reason);
  }

  @Test
  void jsonIsNoForm() {
    server.refused(415, server.post("/", "{}"));
    server.refused(404, server.get("/models/none"));
  }

  @Test
  void descriptionIsShownAsPage() {
    HttpResponse<String> page = server.get("/docs");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("POST /predict/v1.0.0/interval", "instances[].category", "hdi_probability")
        .doesNotContain("<script");
  }
}
