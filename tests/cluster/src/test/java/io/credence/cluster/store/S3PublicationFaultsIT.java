package io.credence.cluster.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.S3Request;
import io.credence.cluster.scoring.Shared;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.process.Outcome;
import io.credence.kit.store.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every request that a run with {@code --overwrite} makes fails, beyond what the client tries
 * again, or is the last one that is answered: a reader finds the old results or the new ones,
 * whole, and the next run ends well and tidily.
 */
@Timeout(3_600)
@ExtendWith(Shared.class)
class S3PublicationFaultsIT {

  private static final List<String> PROPERTIES =
      List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.maxAttempts");

  @TempDir static Path folder;
  private static S3Server store;
  private static FaultyProxy proxy;
  private static Request request;

  private static final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private static volatile Predicate<String> due = line -> false;
  private static volatile Fault fault = Fault.NONE;

  /** What happens to a request. */
  private enum Kind {
    ERROR,
    CUT,
    ANSWER_LOST,
    /** As of a process that has ended: no request after it is answered either. */
    END;

    Fault fault() {
      return switch (this) {
        case ERROR -> Fault.ERROR;
        case CUT -> Fault.cut(0.5);
        case ANSWER_LOST -> Fault.LOST;
        case END -> Fault.SLOW_DOWN;
      };
    }
  }

  @BeforeAll
  static void start(S3Server shared) throws Exception {
    store = shared;
    proxy = FaultyProxy.before(store.endpoint(), S3PublicationFaultsIT::next);
    request = Request.slopes(folder.resolve("in"), 2, 10);
  }

  @AfterAll
  static void stop() throws Exception {
    proxy.close();
  }

  @BeforeEach
  void enter() throws IOException {
    System.setProperty(PROPERTIES.get(0), S3Server.KEY_ID);
    System.setProperty(PROPERTIES.get(1), S3Server.SECRET);
    System.setProperty(PROPERTIES.get(2), "1");
    if (!Files.exists(store.files(S3Request.OUTPUT).resolve("old"))) {
      assertThat(score("old", true).exitCode()).isZero();
    }
  }

  @AfterEach
  void leave() {
    PROPERTIES.forEach(System::clearProperty);
  }

  private static synchronized Fault next(String line) {
    requests.add(line);
    return due.test(line) ? fault : Fault.NONE;
  }

  private static Outcome score(String name, boolean directly) {
    String endpoint = directly ? store.endpoint().toString() : proxy.endpoint();
    return WarmCredence.run(
        request.arguments(S3Request.output(name), "--overwrite", "--s3Endpoint=" + endpoint));
  }

  @Test
  void theClaimAndTheSwitch() throws Exception {
    for (Kind kind : List.of(Kind.ANSWER_LOST, Kind.END)) {
      for (String object : List.of("_publishing", "_manifest.json")) {
        String name = kind + object;
        sweepAt(name, kind, line -> line.startsWith("PUT ") && line.contains("/" + object + " "));
      }
    }
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void allRequests(Kind kind) throws Exception {
    begin(kind + "-count");
    requests.clear();
    due = line -> false;
    assertThat(score(kind + "-count", false).exitCode()).isZero();
    int all = requests.size();
    for (int n = 1; n <= all; n++) {
      int at = n;
      sweepAt(kind + "-" + n, kind, line -> requests.size() == at);
    }
    System.out.printf("a batch in a store, %s: %s requests swept%n", kind, all);
  }

  private void sweepAt(String name, Kind kind, Predicate<String> at) throws Exception {
    begin(name);
    String old = manifest(name);
    requests.clear();
    fault = kind.fault();
    boolean[] ended = {false};
    due =
        line -> {
          boolean now = at.test(line) || (kind == Kind.END && ended[0]);
          ended[0] |= now;
          return now;
        };
    Outcome said = score(name, false);
    due = line -> false;

    if (said.exitCode() == 0) {
      assertThat(manifest(name)).as(name).isNotEqualTo(old);
    }
    assertThat(verify(name).text())
        .as(name + ": " + said.text())
        .containsPattern("(?m)^2 of 2 files are");
    Files.deleteIfExists(store.files(S3Request.OUTPUT).resolve(name).resolve("_publishing"));
    assertThat(score(name, true).exitCode()).as(name).isZero();
    assertThat(verify(name).exitCode()).as(name).isZero();
    assertThat(store.keys(S3Request.OUTPUT))
        .filteredOn(key -> key.startsWith(name + "/"))
        .as(name)
        .hasSize(3);
  }

  private static Outcome verify(String name) {
    return WarmCredence.run("verify", S3Request.output(name), "--s3Endpoint=" + store.endpoint());
  }

  private static String manifest(String name) throws IOException {
    return Files.readString(store.files(S3Request.OUTPUT).resolve(name).resolve("_manifest.json"));
  }

  /** The old results once more, in a folder of their own. */
  private static void begin(String name) throws IOException {
    Path all = store.files(S3Request.OUTPUT);
    try (Stream<Path> old = Files.walk(all.resolve("old"))) {
      for (Path from : old.toList()) {
        Path to = all.resolve(name).resolve(all.resolve("old").relativize(from).toString());
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
