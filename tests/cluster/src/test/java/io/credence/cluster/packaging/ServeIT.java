package io.credence.cluster.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.kit.process.Checkout;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.ManagedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server, by the launcher: it answers the request that it prints, and stops. */
@Timeout(180)
class ServeIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  private static final Pattern REQUEST = Pattern.compile("^ +(curl .*)\\R", Pattern.MULTILINE);

  @TempDir Path folder;

  @Test
  void answersTheRequestThatItPrints() throws Exception {
    List<String> command =
        List.of(
            Checkout.LAUNCHER.toString(),
            "serve",
            "--model=" + Checkout.ROOT.resolve("samples/category-slopes"),
            "--port=0");
    try (ManagedProcess server =
        ManagedProcess.start("serve", folder.resolve("serve.log"), command)) {
      String request =
          Eventually.get(
              "it prints a request", PATIENCE, List.of(server), () -> printedRequest(server));
      JsonNode answer = new ObjectMapper().readTree(output(request));
      assertThat(answer.path("y_pred_lower").doubleValue())
          .as(answer.toString())
          .isLessThan(answer.path("y_pred_upper").doubleValue());
      server.terminate();
      assertThat(server.awaitExit(PATIENCE)).as(server.text()).isEqualTo(ENDED_BY_SIGTERM);
    }
  }

  private static Optional<String> printedRequest(ManagedProcess server) {
    Matcher matcher = REQUEST.matcher(server.text());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String output(String shell) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("bash", "-c", shell + " -sS").start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }
}
