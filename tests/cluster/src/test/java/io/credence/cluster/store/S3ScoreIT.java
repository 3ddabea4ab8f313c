package io.credence.cluster.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Results;
import io.credence.cluster.scoring.S3Request;
import io.credence.cluster.scoring.Shared;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.flink.FlinkRest;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import io.credence.kit.store.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Objects of a store are scored as files are, to the byte, here and on workers elsewhere. */
@Timeout(300)
@ExtendWith(Shared.class)
class S3ScoreIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static S3Server store;
  private static Credence credence;

  @BeforeAll
  static void start(S3Server shared) {
    store = shared;
    credence = new Credence(folder, S3Server.credentials());
  }

  @Test
  void flightsHereAndOnACluster(FlinkCluster cluster) throws Exception {
    Request local = Request.flights(folder.resolve("flights-in"), 3, 20);
    S3Request request = S3Request.put(store, "flights", local, 3);
    Results reference = reference("flights", request);
    assertSame(reference, remote("flights [here]", request));
    assertSame(
        reference,
        remote(
            "flights there",
            request,
            "--flinkMaster=" + cluster.address(),
            "--parallelism=2",
            "--jobName=s3"));
    assertNoSecret(cluster);
  }

  /** What was there before is replaced, and nothing of it is left. */
  @Test
  void categorySlopesOnThisMachineAndOverThem() throws Exception {
    S3Request two = slopes("two", 2);
    S3Request one = slopes("one", 1);
    assertSame(reference("two", two), remote("again", two));
    Outcome refused =
        credence.run(PATIENCE, one.remote().arguments(S3Request.output("again"), endpoint()));
    assertThat(refused.exitCode()).as(refused.text()).isEqualTo(2);
    assertThat(refused.lines())
        .containsExactly(
            "--output=s3://scored/again: already holds results, such as _manifest.json; --overwrite"
                + " replaces them");
    assertSame(reference("one", one), remote("again", one, "--overwrite"));
  }

  private static S3Request slopes(String name, int files) throws IOException {
    Request local = Request.slopes(folder.resolve(name + "-in"), files, 50);
    return S3Request.put(store, name, local, files);
  }

  private static Results reference(String name, S3Request request) throws IOException {
    Results reference = new Results(folder.resolve(name + "-reference"));
    WarmCredence.succeed(request.local().arguments(reference.folder()));
    return reference;
  }

  private static Results remote(String name, S3Request request, String... options)
      throws IOException {
    Outcome outcome =
        credence.succeed(
            PATIENCE,
            Request.and(request.remote().arguments(S3Request.output(name), options), endpoint()));
    assertThat(outcome.text()).doesNotContain(S3Server.SECRET);
    Path copy = Files.createTempDirectory(folder, "copy-");
    store.get(S3Request.OUTPUT, name, copy);
    return new Results(copy);
  }

  private static String endpoint() {
    return "--s3Endpoint=" + store.endpoint();
  }

  /** Dead letters and the account say where they come from, and nothing else is another. */
  private static void assertSame(Results reference, Results remote) throws IOException {
    assertThat(S3Request.scored(remote.content())).isEqualTo(S3Request.scored(reference.content()));
    assertThat(neutral(letters(remote))).isEqualTo(neutral(letters(reference)));
    assertThat(account(remote)).isEqualTo(account(reference));
  }

  private static Map<String, String> letters(Results results) throws IOException {
    Map<String, String> letters = new TreeMap<>();
    Path folder = results.folder().resolve("dead-letters");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          letters.put(Results.withoutRun(file.getFileName().toString()), Files.readString(file));
        }
      }
    }
    return letters;
  }

  private static Map<String, String> neutral(Map<String, String> texts) {
    texts.replaceAll((name, text) -> text.replaceAll("\"[^\"]*/(\\d+\\.parquet)\"", "\"$1\""));
    return texts;
  }

  private static ObjectNode account(Results results) throws IOException {
    ObjectNode account = results.accountElsewhere();
    account.withObject("/model").remove("location");
    account.withObject("/options").remove("input");
    account.withArray("inputs").forEach(input -> ((ObjectNode) input).remove("file"));
    return account;
  }

  private static void assertNoSecret(FlinkCluster cluster) throws IOException {
    FlinkRest rest = new FlinkRest(cluster.rest());
    String id = rest.find("s3").orElseThrow().id();
    for (String page : List.of("", "/config", "/plan", "/exceptions")) {
      byte[] text =
          cluster.rest().resolve("/jobs/" + id + page).toURL().openStream().readAllBytes();
      assertThat(new String(text, StandardCharsets.UTF_8))
          .doesNotContain(S3Server.SECRET, S3Server.KEY_ID);
    }
    for (ManagedProcess process : cluster.processes()) {
      assertThat(process.text()).doesNotContain(S3Server.SECRET);
    }
  }
}
