package io.credence.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.registry.log.Change;
import io.credence.registry.log.Event;
import io.credence.registry.store.LocalRegistryStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {

  private static final Author ADA = new Author("ada", "a reason");

  private final Path folder;
  private final Registry registry;

  RegistryTest(@TempDir Path folder) {
    this.folder = folder;
    this.registry = open();
  }

  private Registry open() {
    return new Registry(
        new LocalRegistryStore(folder.resolve("registry")),
        Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC));
  }

  private Event register(String version) throws Exception {
    return registry.register(Models.version(folder, version), Map.of("commit", "abc"), ADA);
  }

  private void promote(String version) throws Exception {
    registry.promote(Models.NAME, version, "champion", null, true, ADA);
  }

  private Resolved resolve(String which) throws Exception {
    return registry.resolve(new RegistryLocation(registry.location(), Models.NAME, which));
  }

  @Test
  void aVersionIsReadBackAsItWas() throws Exception {
    Candidate candidate = Models.version(folder, "1.0.0");
    registry.register(candidate, Map.of("commit", "abc"), ADA);
    Resolved resolved = resolve("1.0.0");
    assertThat(resolved.digest()).isEqualTo(candidate.digest());
    assertThat(Path.of(resolved.folder().location(), "posterior.nc"))
        .hasBinaryContent(candidate.files().get("posterior.nc"));
    assertThat(resolve("sha256:" + candidate.digest().substring(0, 8))).isEqualTo(resolved);
    assertThat(registry.models()).containsExactly(Models.NAME);
    assertThat(registry.verify(Models.NAME).problems()).isEmpty();
  }

  @Test
  void theSameVersionIsRegisteredOnce() throws Exception {
    Event first = register("1.0.0");
    assertThat(registry.register(Models.version(folder.resolve("again"), "1.0.0"), Map.of(), ADA))
        .isEqualTo(first);
    Candidate other = Models.other(folder, "1.0.0");
    assertThatThrownBy(() -> registry.register(other, Map.of(), ADA))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("give this model another version");
  }

  /** Of what a file system keeps at a mount point, this process may not be allowed to read. */
  @Test
  void whatFileSystemsKeepIsNoModel() throws Exception {
    register("1.0.0");
    Files.createDirectories(folder.resolve("registry/lost+found"));
    assertThat(registry.models()).containsExactly(Models.NAME);
    assertThatThrownBy(() -> registry.history("lost+found"))
        .hasMessageContaining("file systems have a folder of this name");
  }

  @Test
  void aHistoryGoesOnWhereItWasRead() throws Exception {
    register("1.0.0");
    ModelHistory before = registry.history(Models.NAME);
    assertThat(registry.history(before)).isSameAs(before);
    register("2.0.0");
    promote("2.0.0");
    assertThat(registry.history(before).events())
        .isEqualTo(registry.history(Models.NAME).events())
        .hasSize(3);
    Files.delete(log().resolve("00000001.json"));
    Files.copy(log().resolve("00000002.json"), log().resolve("00000004.json"));
    assertThatThrownBy(() -> registry.history(registry.history(before)))
        .hasMessageContaining("00000004.json: holds event 2");
  }

  /** Who can write a log can name any file in it, but none is read for it. */
  @ParameterizedTest
  @ValueSource(strings = {"../../x", "/etc/passwd", "a/../../x", "..", "a//b", "a\\\\b", ""})
  void aLogNamesNoFilesElsewhere(String path) {
    assertThatThrownBy(() -> new Change.FileEntry(path, 1, "00"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void versionsAreSortedAsSemanticVersions() throws Exception {
    for (String version : List.of("1.10.0", "1.9.0", "2.0.0-rc.1", "2.0.0", "autumn")) {
      register(version);
    }
    assertThat(registry.history(Models.NAME).versions())
        .extracting(ModelVersion::version)
        .containsExactly("autumn", "1.9.0", "1.10.0", "2.0.0-rc.1", "2.0.0");
  }

  @Test
  void rollbacksUndoPromotionsOneByOne() throws Exception {
    List<String> versions = IntStream.rangeClosed(1, 10).mapToObj(i -> i + ".0.0").toList();
    for (String version : versions) {
      register(version);
      promote(version);
    }
    for (int i = 8; i >= 0; i--) {
      registry.rollback(Models.NAME, "champion", ADA);
      assertThat(resolve("champion").version()).isEqualTo(versions.get(i));
    }
    assertThatThrownBy(() -> registry.rollback(Models.NAME, "champion", ADA))
        .hasMessageContaining("no earlier promotion is left to take back");
    assertThat(registry.verify(Models.NAME).problems()).isEmpty();
  }

  @Test
  void aPromotionNeedsAnEvaluationOfThatModel() throws Exception {
    register("1.0.0");
    register("2.0.0");
    String digest = resolve("2.0.0").digest();
    assertRefused(null, "needs an evaluation");
    assertRefused(Models.good(resolve("1.0.0").digest()), "it is of a model with digest");
    assertRefused(Models.evidence(digest, "insufficient", true, ""), "too few labels");
    assertRefused(Models.evidence(digest, "calibrated", false, ""), "does not say why");
    String gateOfAnother = "{\"output\": \"z\", \"figure\": \"crps\", \"value\": 1, \"met\": true}";
    for (String gates : List.of("", gateOfAnother)) {
      assertRefused(
          Models.evidence(digest, "miscalibrated", true, gates),
          "y is not calibrated, and model.yaml states no gates for it");
    }
    assertRefused(
        Models.evidence(
            digest,
            "calibrated",
            false,
            "{\"output\": \"y\", \"figure\": \"crps\", \"value\": 13.5, \"met\": false}"),
        "crps of y is 13.5");
    assertThat(registry.history(Models.NAME).aliases()).isEmpty();

    registry.promote(Models.NAME, "2.0.0", "champion", Models.good(digest), false, ADA);
    assertThat(resolve("champion").digest()).isEqualTo(digest);
    assertThat(registry.verify(Models.NAME).problems()).isEmpty();
  }

  @Test
  void anEvaluationThatCountsWhatMustNotBeSaysWhatThatIs() throws Exception {
    register("2.0.0");
    String digest = resolve("2.0.0").digest();
    Map<String, String> words =
        Map.of(
            "score_mismatch", "score_mismatch is 3, and must be 0: it counts scores that are not",
            "row_mismatch", "row_mismatch is 3, and must be 0: it counts served files",
            "predicted_twice", "predicted_twice is 3, and must be 0: it counts records that share",
            "labelled_twice", "labelled_twice is 3, and must be 0: it counts records with several");
    for (Map.Entry<String, String> fault : words.entrySet()) {
      String records = "\"read\": 9, \"%s\": 3".formatted(fault.getKey());
      Evidence evidence = Models.evidence(digest, "calibrated", false, "", records);
      assertThat(evidence.against(digest)).singleElement().asString().startsWith(fault.getValue());
      assertRefused(evidence, fault.getValue());
    }
    String two = "\"predicted_twice\": 1, \"score_mismatch\": 2";
    assertThat(Models.evidence(digest, "calibrated", false, "", two).against(digest)).hasSize(2);
  }

  private void assertRefused(@Nullable Evidence evidence, String message) {
    assertThatThrownBy(
            () -> registry.promote(Models.NAME, "2.0.0", "champion", evidence, false, ADA))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatIsForcedNeedsAReason() throws Exception {
    register("1.0.0");
    assertThatThrownBy(
            () ->
                registry.promote(
                    Models.NAME, "1.0.0", "champion", null, true, new Author("ada", null)))
        .hasMessageContaining("needs a reason");
  }

  @Test
  void whatIsRetiredIsNamedByNoAlias() throws Exception {
    register("1.0.0");
    register("2.0.0");
    promote("1.0.0");
    assertThatThrownBy(() -> registry.retire(Models.NAME, "1.0.0", ADA))
        .hasMessageContaining("promote another version first");
    promote("2.0.0");
    registry.retire(Models.NAME, "1.0.0", ADA);
    assertThatThrownBy(() -> promote("1.0.0")).hasMessageContaining("is retired");
    assertThatThrownBy(() -> registry.rollback(Models.NAME, "champion", ADA))
        .hasMessageContaining("is retired; promote another version");
    assertThat(resolve("1.0.0").version()).isEqualTo("1.0.0");
  }

  @Test
  void aliasesAndVersionsHaveDifferentNames() throws Exception {
    register("1.0.0");
    register("2.0.0");
    assertThatThrownBy(() -> registry.promote(Models.NAME, "1.0.0", "2.0.0", null, true, ADA))
        .hasMessageContaining("is a version of");
    registry.promote(Models.NAME, "1.0.0", "stable", null, true, ADA);
    assertThatThrownBy(() -> register("stable")).hasMessageContaining("is an alias of");
    assertThatThrownBy(() -> resolve("latest")).hasMessageContaining("no alias and no version");
    assertThatThrownBy(() -> register("latest")).hasMessageContaining("can't be the name");
  }

  @Test
  void ofManyAtOnceEachGetsAnEventOfItsOwn() throws Exception {
    int writers = 50;
    for (int i = 0; i < writers; i++) {
      register(i + ".0.0");
    }
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Callable<Event>> promotions = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        String version = i + ".0.0";
        promotions.add(() -> open().promote(Models.NAME, version, "champion", null, true, ADA));
      }
      List<Integer> numbers = new ArrayList<>();
      for (Future<Event> event : threads.invokeAll(promotions)) {
        numbers.add(event.get().number());
      }
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(writers + 1, 2 * writers).boxed().toList());
    } finally {
      threads.shutdownNow();
    }
    Alias champion = registry.history(Models.NAME).alias("champion").orElseThrow();
    assertThat(champion.versions()).hasSize(writers).doesNotHaveDuplicates();
    assertThat(registry.verify(Models.NAME).problems()).isEmpty();
  }

  @Test
  void aMissingEventIsNotPassedOver() throws Exception {
    register("1.0.0");
    register("2.0.0");
    promote("1.0.0");
    Files.delete(log().resolve("00000002.json"));
    assertThatThrownBy(() -> resolve("champion"))
        .hasMessageContaining("00000002.json")
        .hasMessageContaining("is missing, though later events are there");
  }

  @Test
  void aReplacedEventIsFound() throws Exception {
    register("1.0.0");
    register("2.0.0");
    promote("1.0.0");
    promote("2.0.0");
    Path other = folder.resolve("other");
    Registry elsewhere = new Registry(new LocalRegistryStore(other), Clock.systemUTC());
    elsewhere.register(Models.version(folder.resolve("elsewhere"), "1.0.0"), Map.of(), ADA);
    Files.copy(
        other.resolve(Models.NAME).resolve("log/00000001.json"),
        log().resolve("00000001.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> resolve("champion")).hasMessageContaining("does not follow");
  }

  @Test
  void everyChangedByteOfALogIsFound() throws Exception {
    register("1.0.0");
    promote("1.0.0");
    for (String name : List.of("00000001.json", "00000002.json")) {
      Path file = log().resolve(name);
      byte[] content = Files.readAllBytes(file);
      for (int i = 0; i < content.length; i++) {
        byte[] changed = content.clone();
        changed[i] ^= 1;
        Files.write(file, changed);
        assertThat(registry.verify(Models.NAME).problems()).as("byte %s of %s", i, name).hasSize(1);
      }
      Files.write(file, content);
    }
    assertThat(registry.verify(Models.NAME).problems()).isEmpty();
  }

  @Test
  void aChangedOrMissingFileOfAVersionIsFound() throws Exception {
    register("1.0.0");
    register("2.0.0");
    Path posterior = Path.of(resolve("1.0.0").folder().location(), "posterior.nc");
    byte[] content = Files.readAllBytes(posterior);
    content[content.length / 2] ^= 1;
    Files.write(posterior, content);
    Files.delete(Path.of(resolve("2.0.0").folder().location(), "model.yaml"));
    assertThat(registry.verify(Models.NAME).problems())
        .satisfiesExactly(
            line -> assertThat(line).contains("posterior.nc: was changed"),
            line -> assertThat(line).contains("model.yaml: is missing"));
  }

  @Test
  void aLaterFormatIsNamed() throws Exception {
    register("1.0.0");
    Path file = log().resolve("00000001.json");
    Files.writeString(
        file, Files.readString(file).replace("\"format_version\" : 1", "\"format_version\" : 2"));
    assertThatThrownBy(() -> resolve("1.0.0"))
        .hasMessageContaining("is of format_version 2, but this version of Credence knows 1");
  }

  private Path log() {
    return folder.resolve("registry").resolve(Models.NAME).resolve("log");
  }
}
