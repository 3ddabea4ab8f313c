package io.credence.cluster.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cluster.scoring.Credence;
import io.credence.cluster.scoring.Models;
import io.credence.cluster.scoring.Request;
import io.credence.cluster.scoring.Results;
import io.credence.cluster.scoring.S3Request;
import io.credence.cluster.scoring.Shared;
import io.credence.cluster.scoring.WarmCredence;
import io.credence.kit.process.Checkout;
import io.credence.kit.process.Jvm;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.Outcome;
import io.credence.kit.store.S3Server;
import io.credence.registry.ModelHistory;
import io.credence.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A registry in a store, from its first version to a scored record. */
@Timeout(180)
@ExtendWith(Shared.class)
class RegistryIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String REGISTRY = "s3://" + S3Request.MODELS + "/registry";
  private static final String UNFIT = "s3://" + S3Request.MODELS + "/unfit-registry";
  private static final String MODEL = "flights";
  private static final int PROMOTERS = Integer.getInteger("credence.processes", 3);
  private static final int KILLED = 2;
  private static final int TIMES = 6;

  @TempDir Path folder;
  private S3Server store;
  private Credence credence;

  @BeforeEach
  void credence(S3Server shared) {
    store = shared;
    credence = new Credence(folder, S3Server.credentials());
  }

  @AfterEach
  void forget() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private FaultyProxy proxy(Function<String, Fault> faults) throws IOException {
    return FaultyProxy.honouring(
        store.endpoint(), path -> Files.exists(store.files("").resolve(path.substring(1))), faults);
  }

  private static String[] registry(
      String action, String registry, Object endpoint, String... options) {
    return Request.and(
        new String[] {"registry", action, "--registry=" + registry, "--s3Endpoint=" + endpoint},
        options);
  }

  private Path version(String version) throws IOException {
    Path model = Models.copy(Checkout.FLIGHTS, folder.resolve(version));
    Models.replace(model, "version: 1.0.0", "version: " + version);
    return model;
  }

  /** This one overwrites what is there. */
  @Test
  void aStoreThatDoesNotHonourTheConditionIsRefused() throws Exception {
    Outcome outcome =
        credence.run(
            PATIENCE, registry("register", UNFIT, store.endpoint(), "--model=" + Checkout.FLIGHTS));
    assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(1);
    assertThat(outcome.lines())
        .singleElement()
        .asString()
        .contains(UNFIT + ": a registry needs a store that honours 'If-None-Match: *'");
  }

  /** While each tenth request fails, and two of the processes are killed. */
  @Test
  void processesThatPromoteAtOnceLoseNoEventAndNoAlias() throws Exception {
    try (FaultyProxy proxy = proxy(Fault.everyTenth(7))) {
      for (String version : List.of("1.0.0", "1.0.1")) {
        credence.succeed(
            PATIENCE,
            registry("register", REGISTRY, proxy.endpoint(), "--model=" + version(version)));
      }
      promoteAtOnce(proxy);
      Registry registry = registry(proxy);
      assertThat(registry.verify(MODEL).problems()).isEmpty();
      ModelHistory history = registry.history(MODEL);
      for (int i = KILLED; i < PROMOTERS + KILLED; i++) {
        assertThat(history.alias("alias-" + i).orElseThrow().versions()).hasSize(TIMES);
      }
      assertScores(proxy, history);
    }
  }

  private Registry registry(FaultyProxy proxy) {
    System.setProperty("aws.accessKeyId", S3Server.KEY_ID);
    System.setProperty("aws.secretAccessKey", S3Server.SECRET);
    return S3Promoter.registry(proxy.endpoint(), REGISTRY);
  }

  private void promoteAtOnce(FaultyProxy proxy) throws Exception {
    List<ManagedProcess> promoters = new ArrayList<>();
    try {
      for (int i = 0; i < PROMOTERS + KILLED; i++) {
        promoters.add(promoter(proxy, i, i < KILLED ? Integer.MAX_VALUE : TIMES));
      }
      Registry registry = registry(proxy);
      Random random = new Random(7);
      for (ManagedProcess killed : promoters.subList(0, KILLED)) {
        int events = registry.history(MODEL).events().size() + 3;
        while (registry.history(MODEL).events().size() < events) {
          TimeUnit.MILLISECONDS.sleep(random.nextInt(50));
        }
        killed.close();
      }
      for (ManagedProcess each : promoters.subList(KILLED, promoters.size())) {
        assertThat(each.awaitExit(PATIENCE)).as(each.text()).isZero();
      }
    } finally {
      promoters.forEach(ManagedProcess::close);
    }
  }

  private ManagedProcess promoter(FaultyProxy proxy, int number, int times) throws IOException {
    List<String> command = new ArrayList<>(List.of(Checkout.JAVA.toString()));
    command.addAll(Jvm.FOR_SECONDS.options());
    command.addAll(List.of("-Xmx64m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(S3Promoter.class.getName(), proxy.endpoint(), REGISTRY, MODEL));
    command.addAll(List.of("alias-" + number, Integer.toString(times)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(S3Server.credentials());
    return ManagedProcess.start(
        "promoter", Files.createTempFile(folder, "promoter-", ".log"), builder);
  }

  private void assertScores(FaultyProxy proxy, ModelHistory history) throws Exception {
    String lastAlias = "alias-" + (PROMOTERS + KILLED - 1);
    String named = "registry:" + REGISTRY + "/" + MODEL + "@" + lastAlias;
    Request local = Request.flights(folder.resolve("in"), 1, 10);
    Results reference = new Results(folder.resolve("reference"));
    WarmCredence.succeed(
        local.withModel(folder.resolve("1.0.1").toString()).arguments(reference.folder()));
    Results results = new Results(folder.resolve("out"));
    credence.succeed(
        PATIENCE,
        local.withModel(named).arguments(results.folder(), "--s3Endpoint=" + proxy.endpoint()));
    assertThat(results.content()).isEqualTo(reference.content());
    assertThat(results.account().at("/model/registry/location").asText()).isEqualTo(named);
    assertThat(results.account().at("/model/registry/event").asInt())
        .isEqualTo(history.alias(lastAlias).orElseThrow().event());
  }
}
