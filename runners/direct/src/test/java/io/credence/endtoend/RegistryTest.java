package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.cli.command.ExitCode;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of a model, from its registration to a scored record. */
class RegistryTest {

  private final Gauge gauge;
  private final Path registry;

  RegistryTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
    registry = folder.resolve("registry");
  }

  private Run run(String action, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("registry", action, "--registry=" + registry, "--by=ada"));
    if (List.of("list", "show", "log", "verify").contains(action)) {
      arguments.remove("--by=ada");
    }
    arguments.addAll(Arrays.asList(more));
    return Run.of(arguments);
  }

  private void register(String version) throws Exception {
    Path model = gauge.model("model-" + version, "");
    Path yaml = model.resolve("model.yaml");
    Files.writeString(
        yaml, Files.readString(yaml).replaceAll("version: .*", "version: " + version));
    run(
            "register",
            "--model=" + model,
            "--lineage=commit=1f0c2ab",
            "--lineage=data=january, february")
        .done();
  }

  private void promote(String version) {
    run("promote", "--name=gauge", "--version=" + version, "--force", "--reason=a test").done();
  }

  @Test
  void aScoredFolderSaysByWhichEventItsModelWasChosen() throws Exception {
    register("1.0.0");
    register("1.1.0");
    promote("1.0.0");
    promote("1.1.0");
    gauge.input("in/a.parquet", Gauge.rows(20));
    String champion = "registry:" + registry + "/gauge@champion";
    gauge.score("--model=" + champion, "--output=" + gauge.path("by-alias")).done();
    gauge
        .score("--model=" + gauge.path("model-1.1.0"), "--output=" + gauge.path("by-folder"))
        .done();
    assertThat(gauge.scored("by-alias")).hasToString(gauge.scored("by-folder").toString());
    JsonNode model = gauge.json("by-alias/_manifest.json").get("model");
    assertThat(model.get("version").textValue()).isEqualTo("1.1.0");
    assertThat(model.at("/registry/location").textValue()).isEqualTo(champion);
    assertThat(model.at("/registry/event").intValue()).isEqualTo(4);

    run("rollback", "--name=gauge").done();
    gauge.score("--model=" + champion, "--output=" + gauge.path("rolled-back")).done();
    assertThat(gauge.json("rolled-back/_manifest.json").at("/model/version").textValue())
        .isEqualTo("1.0.0");
  }

  @Test
  void tellsWhatThereIsAndWhatHappened() throws Exception {
    register("1.0.0");
    promote("1.0.0");
    assertThat(run("list").done().out()).last().asString().contains("gauge", "champion=1.0.0");
    assertThat(run("show", "--name=gauge").done().out())
        .last()
        .asString()
        .contains("1.0.0", "champion", "commit=1f0c2ab", "data=january, february");
    assertThat(run("log", "--name=gauge").done().out())
        .satisfiesExactly(
            line -> assertThat(line).contains("ada: registered 1.0.0"),
            line -> assertThat(line).contains("promoted 1.0.0 to champion, by force (a test)"));
    assertThat(run("verify").done().out())
        .containsExactly("models: 1, events: 2; all are as they were written");
  }

  @Test
  void anEvaluationThatDoesNotSpeakForTheVersionIsAGateNotMet() throws Exception {
    register("1.0.0");
    Path evaluation = Files.createDirectories(gauge.path("evaluated")).resolve("evaluation.json");
    Files.writeString(
        evaluation, "{\"format_version\": 1, \"model\": {\"digest\": \"00\"}, \"gates\": []}");
    Run run =
        run("promote", "--name=gauge", "--version=1.0.0", "--evaluation=" + evaluation.getParent());
    assertThat(run.exit()).isEqualTo(ExitCode.GATE_NOT_MET);
    assertThat(run.err())
        .singleElement()
        .asString()
        .contains("does not speak for 1.0.0", "it is of a model with digest 00");
  }

  /** Labels are the numbers of a feature, which version 1.0.0 is farther off. */
  @Test
  void labelsDecideAndAPinLeavesItToPeople() throws Exception {
    Path first = gauge.model("model-1.0.0", "").resolve("model.yaml");
    Files.writeString(
        first,
        Files.readString(first)
            .replaceAll("version: .*", "version: 1.0.0")
            .replace("shift[kind]", "3 * shift[kind]"));
    run("register", "--model=" + first.getParent()).done();
    promote("1.0.0");
    Path second = gauge.model("model-1.1.0", "gates: {crps: {max: 100}}\n");
    Files.writeString(
        second.resolve("model.yaml"),
        Files.readString(second.resolve("model.yaml")).replaceAll("version: .*", "version: 1.1.0"));
    run("register", "--model=" + second).done();
    gauge.input("in/a.parquet", Gauge.rows(600));
    Run.of(
            "evaluate",
            "--model=registry:" + registry + "/gauge@1.1.0",
            "--against=registry:" + registry + "/gauge@champion",
            "--input=" + gauge.path("in"),
            "--label=x",
            "--exact=false",
            "--numSamples=50",
            "--output=" + gauge.path("compared"))
        .done();
    String[] decide = {
      "--name=gauge", "--version=1.1.0", "--evaluation=" + gauge.path("compared"), "--automatic"
    };
    run("pin", "--name=gauge", "--reason=on holiday").done();
    assertThat(run("decide", and(decide, "--share=0.5")).done().out())
        .anyMatch(
            line ->
                line.startsWith(
                    "gauge: decided to promote 1.1.0 beside champion 1.0.0, from a share of 0.5 to"
                        + " 1.0: crps_difference of y is from -"))
        .contains("not done: champion of gauge is pinned to 1.0.0: a person must move it");
    promote("1.1.0");
    run("rollback", "--name=gauge").done();
    assertThat(run("decide", and(decide, "--share=0.2")).done().out())
        .first()
        .asString()
        .contains("from a share of 0.2 to 0.5: ");
    assertThat(run("decide", decide).done().out())
        .singleElement()
        .asString()
        .contains("from a share of 0.5 to 0.5: ", "needs labels since");
    assertThat(run("decide", and(and(decide, "--share=0"), "--steps=1")).done().out())
        .last()
        .asString()
        .startsWith(
            "gauge: promoted 1.1.0 to champion, evaluated as miscalibrated, gates met: 1 (event ");
    Path page = gauge.path("report.html");
    Run.of(
            "report",
            gauge.path("compared").toString(),
            "--output=" + page,
            "--registry=" + registry)
        .done();
    assertThat(page)
        .content()
        .contains("Which model is better", "Coverage over time", "pinned champion to 1.0.0");
    run("decide", and(decide, "--share=2")).refused("--share=2.0: must be from 0 to 1");
  }

  private static String[] and(String[] arguments, String more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void whatIsWrongWithARequestIsSaidInLines() throws Exception {
    register("1.0.0");
    run("promote", "--lineage=a=b")
        .refused(
            "--name is required by registry promote; credence help registry explains it",
            "--version is required by registry promote; credence help registry explains it",
            "--lineage: registry promote takes no such option");
    run("promote", "--name=gauge", "--version=2.0.0", "--force", "--reason=x")
        .refused("gauge has no version '2.0.0'; its versions: 1.0.0");
    Run.of(List.of("registry", "list", "--registry=gs://bucket/models"))
        .refused(
            "gs://bucket/models: a registry is kept on a disk, by a local path, or in S3, by"
                + " s3://BUCKET/KEY");
    run("publish")
        .refused(
            "--action=publish: there are: register, sign, promote, rollback, decide, pin, retire,"
                + " list, show, log, verify");
    gauge.input("in/a.parquet", Gauge.rows(1));
    gauge
        .score("--model=registry:" + registry + "/gauge@champion")
        .refused(
            "--model=registry:%s/gauge@champion: can't be read: gauge has no alias and no version 'champion'; its versions: 1.0.0; it has no aliases"
                .formatted(registry));
  }

  @Test
  void whatIsTooLargeIsNotCutOff() throws Exception {
    register("1.0.0");
    Path file = gauge.path("evaluation.json");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength((1 << 24) + 1);
    }
    run("promote", "--name=gauge", "--version=1.0.0", "--evaluation=" + file.getParent())
        .refused(
            "--evaluation=%s: evaluation.json: is larger than the limit of 16777216 bytes"
                .formatted(file.getParent()));
    run("sign", "--name=gauge", "--version=1.0.0", "--signature=" + file)
        .refused("--signature=%s: is larger than the limit of 1048576 bytes".formatted(file));
  }

  @Test
  void aVersionThatNobodyHasSignedIsNotTaken() throws Exception {
    register("1.0.0");
    String named = "registry:" + registry + "/gauge@1.0.0";
    Path key = key();
    String trusted = "--trustedKeys=" + key;
    Run.of(List.of("inspect", "--model=" + named, trusted))
        .refused(
            "--model=%s: can't be read: gauge 1.0.0 has no signature; credence registry sign makes one"
                .formatted(named));
    run("sign", "--name=gauge", "--version=1.0.0")
        .refused(
            "registry sign needs --signingKey, with which to sign, or --signature, which is there"
                + " already; give one of them");
    run("sign", "--name=gauge", "--version=1.0.0", "--signingKey=" + key).done();
    Run.of(List.of("inspect", "--model=" + named, trusted)).done();
    assertThat(run("log", "--name=gauge").done().out()).last().asString().contains("signed 1.0.0");
    Run.of(List.of("inspect", "--model=" + gauge.path("model-1.0.0"), trusted))
        .refused(
            "--model=%s: can't be read: --trustedKeys needs a version of a registry, which keeps signatures; name one by registry:URI/NAME@ALIAS, or leave --trustedKeys out"
                .formatted(gauge.path("model-1.0.0")));
  }

  /** A file of a private key and its public one. */
  private Path key() throws Exception {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
    pairs.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = pairs.generateKeyPair();
    return Files.writeString(
        registry.resolveSibling("key.pem"),
        pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic()));
  }

  private static String pem(String what, Key key) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, Base64.getMimeEncoder().encodeToString(key.getEncoded()), what);
  }

  @Test
  void aChangedByteIsFound() throws Exception {
    register("1.0.0");
    Path event = registry.resolve("gauge/log/00000001.json");
    byte[] content = Files.readAllBytes(event);
    content[content.length / 2] ^= 1;
    Files.write(event, content);
    assertThat(run("verify").failure()).contains("00000001.json");
  }
}
