package io.credence.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.server.TestServer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each has its status and one message, and the server answers the next one. */
class BadRequestsTest {

  private static final String POINT = "/predict/v1.0.0/point";
  private static final String RIGHT = "{\"data\": {\"x\": 5, \"category\": 2}}";

  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.ofSamples("category-slopes");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static JsonNode refused(int status, byte[] body) {
    JsonNode refusal =
        server.refused(
            status,
            server.send(
                server
                    .to(POINT)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body))));
    assertThat(refusal.get("error").asText()).doesNotContain("Exception", "\n");
    assertThat(server.post(POINT, RIGHT).statusCode()).isEqualTo(200);
    return refusal;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{'data': {'x': 5, 'category': 2}",
        "{'data': {'x': 5, 'category': 2}} {}",
        "{'data': {'x': 5, 'category': 2}, 'data': {}}",
        "{'data': {'x': 5, 'category': 2, 'other': {'a': 1, 'a': 2}}}",
        "{'data': {'x': NaN, 'category': 2}}",
        "{'data': {'x': Infinity, 'category': 2}}",
        "{'data': {'x': +5, 'category': 2}}",
        "{'data': {'x': 05, 'category': 2}}",
        "{'data': {'x': 5., 'category': 2}}",
        "{'data': {'x': .5, 'category': 2}}",
        "{'data': {'x': 0x5, 'category': 2}}",
        "{'data': {'x': 5, 'category': 2,}}",
        "{data: {'x': 5, 'category': 2}}",
        "{'data': {'x': 5, /* c */ 'category': 2}}",
        "\ufeff{'data': {'x': 5, 'category': 2}}",
        "{'data': {'x': 5, 'category': 2, 'text': '\u0001'}}"
      })
  void whatIsNoJson(String body) {
    assertThat(refused(400, utf8(body.replace('\'', '"'))).get("code").asText())
        .isEqualTo("INVALID_JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "5", "'text'", "true"})
  void whatIsNoObject(String body) {
    refused(422, utf8(body.replace('\'', '"')));
  }

  @Test
  void whatIsNotUtf8() {
    byte[] overlong = utf8("{\"data\": {\"x\": 5, \"category\": 2, \"t\": \"??\"}}");
    overlong[overlong.length - 5] = (byte) 0xc0;
    overlong[overlong.length - 4] = (byte) 0xaf;
    assertThat(refused(400, overlong).get("error").asText()).contains("not UTF-8 at byte");
    refused(400, RIGHT.getBytes(StandardCharsets.UTF_16));
  }

  @Test
  void aDepthOfTenThousand() {
    refused(400, utf8("{\"data\": {\"x\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}}"));
    refused(400, utf8("{\"data\": " + "{\"a\":".repeat(10_000)));
  }

  @Test
  void aHundredThousandFields() {
    StringBuilder body = new StringBuilder("{\"data\": {\"x\": 5, \"category\": 2");
    for (int i = 0; i < 60_000; i++) {
      body.append(", \"f").append(i).append("\": 1");
    }
    HttpResponse<String> answer = server.post(POINT, body.append("}}").toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void numbersOfManyDigits() {
    refused(400, utf8("{\"data\": {\"x\": " + "9".repeat(500_000) + ", \"category\": 2}}"));
    refused(422, utf8("{\"data\": {\"x\": 1e999999999, \"category\": 2}}"));
  }

  @Test
  void aLongTextIsNotQuotedInFull() {
    JsonNode refusal =
        refused(422, utf8("{\"data\": {\"x\": \"" + "ä".repeat(400_000) + "\", \"category\": 2}}"));
    assertThat(refusal.toString()).hasSizeLessThan(1_000);
  }

  @Test
  void aBodyThatIsTooLarge() {
    byte[] large = new byte[1_048_577];
    Arrays.fill(large, (byte) ' ');
    JsonNode refusal = refused(413, large);
    assertThat(refusal.get("error").asText()).contains("at most 1048576 bytes");
  }

  /** Its length is not announced. */
  @Test
  void aBodyInChunksThatIsTooLarge() {
    byte[] part = new byte[65_536];
    Arrays.fill(part, (byte) ' ');
    HttpResponse<String> answer =
        server.send(
            server
                .to(POINT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArrays(Collections.nCopies(20, part))));
    server.refused(413, answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json                    | 200",
        "application/json; charset=utf-8     | 200",
        "Application/JSON;charset=\"UTF-8\"  | 200",
        "application/json; charset=latin1    | 415",
        "application/json; charset=utf-16    | 415",
        "application/x-www-form-urlencoded   | 415",
        "text/plain                          | 415",
        "multipart/form-data; boundary=x     | 415"
      })
  void mediaTypes(String type, int status) {
    assertThat(
            server
                .send(
                    server
                        .to(POINT)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(RIGHT)))
                .statusCode())
        .isEqualTo(status);
  }

  @Test
  void aBodyWithoutAType() {
    server.refused(415, server.send(server.to(POINT).POST(BodyPublishers.ofString(RIGHT))));
  }

  @Test
  void aCompressedBody() {
    server.refused(
        415,
        server.send(
            server
                .to(POINT)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString(RIGHT))));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /predict/v1.0.0/point, 405, POST",
    "PUT, /predict/v1.0.0/point, 405, POST",
    "DELETE, /health/live, 405, GET",
    "GET, /predict/v1.0.0/mode, 404,",
    "GET, /predict/v1x0x0/point, 404,",
    "POST, /v1/models/category-slopes, 404,",
    "GET, /nothing, 404,",
    "GET, /health/live/, 404,"
  })
  void pathsAndMethods(String method, String path, int status, String allowed) {
    HttpResponse<String> answer =
        server.send(server.to(path).method(method, BodyPublishers.noBody()));
    server.refused(status, answer);
    assertThat(answer.headers().firstValue("Allow").orElse(null)).isEqualTo(allowed);
  }

  @Test
  void aHeadThatIsTooLong() {
    server.refused(431, server.send(server.to("/health/live").header("X-Long", "x".repeat(9_000))));
    server.refused(414, server.get("/health/live?" + "x".repeat(9_000)));
  }

  @Test
  void pathsThatAreNone() {
    server.refused(400, server.get("/v2/models/a%2Fb"));
    server.refused(404, server.get("/v2/models/%3Cscript%3E"));
  }
}
