package io.credence.messages.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.credence.problem.Problems;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a registry may answer that is no schema. */
class SchemaRegistryTest {

  /** Without settings of Kafka's clients. */
  private static final Map<String, ?> NONE = Map.of();

  @Test
  void anAddressThatIsNotThatOfTheApiIsNoAnswer() throws Exception {
    try (TestRegistry registry = new TestRegistry()) {
      SchemaRegistry wrong = new SchemaRegistry(registry.elsewhere(), NONE);
      assertThatIOException()
          .isThrownBy(() -> wrong.schema(1))
          .withMessageContaining("404")
          .withMessageContaining("is this where its Confluent-compatible API begins?");
      Problems problems = new Problems();
      SchemaRegistry.check(registry.elsewhere(), NONE, problems);
      assertThat(problems).singleElement().asString().contains("404");
    }
  }

  @Test
  void aRegistryThatTakesItsTime() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      RegistryHttp http = new RegistryHttp(url, NONE, Duration.ofMillis(100));
      assertThatIOException()
          .isThrownBy(() -> http.get("/schemas/ids/1"))
          // Of connecting, too, on a machine that is very busy.
          .withCauseInstanceOf(HttpTimeoutException.class)
          .withMessageStartingWith("No registry answers at " + url);
    }
  }

  @Test
  void anAnswerThatIsReadInTwoWaysIsNone() throws Exception {
    try (HalfAnswer twice =
        new HalfAnswer("{\"schema\": \"\\\"int\\\"\", \"schema\": \"x\"}", false)) {
      assertThatIOException()
          .isThrownBy(() -> new SchemaRegistry(twice.url(), NONE).schema(1))
          .withMessageContaining("answers 200 to GET");
    }
  }

  @Test
  void aRegistryThatStallsInAnAnswer() throws Exception {
    try (HalfAnswer stalling = new HalfAnswer("{\"schema\":", true)) {
      RegistryHttp http = new RegistryHttp(stalling.url(), NONE, Duration.ofSeconds(1));
      assertThatIOException()
          .isThrownBy(() -> http.get("/schemas/ids/1"))
          .withMessage("The registry at " + stalling.url() + " does not finish its answer in time");
    }
  }
}
