package io.credence.server.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.cli.text.Printer;
import io.credence.predict.PredictSpec;
import io.credence.registry.RegistryLocation;
import io.credence.registry.signature.TrustedKeys;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server follows an alias of a registry. */
class FollowTest {

  private final Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Registered registered;
  private final Models models;
  private Reload reload;

  /** The first version is served. */
  FollowTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    registered = new Registered(folder);
    registered.register("1.0.0");
    registered.promote("1.0.0");
    Succession succession =
        new Succession(
            new RegistrySource(
                registered.registry(), RegistryLocation.parse(registered.champion()), null),
            PredictSpec.DEFAULT);
    ServedModel first = succession.begin();
    models = new Models(List.of(first), Map.of(Registered.MODEL, succession.alias()));
    reload = new Reload(List.of(succession), models, new Printer(said, StandardCharsets.UTF_8));
  }

  /** What two looks say. */
  private List<String> follow() {
    said.reset();
    reload.follow();
    reload.follow();
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private void assertServed(String version, int swaps, int refused) {
    assertThat(models.first().model().version()).isEqualTo(version);
    assertThat(models.swaps(Registered.MODEL).doneCount()).isEqualTo(swaps);
    assertThat(models.swaps(Registered.MODEL).refusedCount()).isEqualTo(refused);
  }

  @Test
  void aPromotionAndARollback() throws Exception {
    assertThat(follow()).isEmpty();
    registered.register("1.1.0");
    assertThat(follow()).isEmpty();
    registered.promote("1.1.0");
    assertThat(follow())
        .singleElement()
        .asString()
        .matches(
            "category-slopes: 1.1.0 \\(\\w+…\\) takes the place of 1.0.0 \\(\\w+…\\), by event 4");
    assertServed("1.1.0", 1, 0);
    registered.rollback();
    assertThat(follow()).singleElement().asString().contains("1.0.0", "by event 5");
    assertServed("1.0.0", 2, 0);
  }

  @Test
  void oneThatIsNotSoundIsRefusedOnce() throws Exception {
    registered.register("1.1.0");
    Files.writeString(registered.kept("1.1.0"), "credence: 1\n");
    registered.promote("1.1.0");
    assertThat(follow())
        .first()
        .asString()
        .isEqualTo("category-slopes: stays at 1.0.0, because the new one is not sound:");
    assertThat(follow()).isEmpty();
    assertServed("1.0.0", 0, 1);
    registered.rollback();
    assertThat(follow()).isEmpty();
    assertServed("1.0.0", 0, 1);
  }

  @Test
  void oneThatIsNotWhatWasRegisteredIsRefused() throws Exception {
    registered.register("1.1.0");
    Path yaml = registered.kept("1.1.0");
    Files.writeString(yaml, Files.readString(yaml).replace("slope * x", "2 * slope * x"));
    registered.promote("1.1.0");
    assertThat(follow())
        .singleElement()
        .asString()
        .contains("stays at 1.0.0, because the new one is not what was registered", "with digest");
    assertServed("1.0.0", 0, 1);
  }

  @Test
  void oneThatNeedsAnotherFeatureIsRefused() throws Exception {
    registered.register(
        "1.1.0", "  x:        {type: double, min: 0}", "  x: {type: double, min: 0, column: z}");
    registered.promote("1.1.0");
    assertThat(follow()).first().asString().contains("would be another for those who ask");
    assertServed("1.0.0", 0, 1);
  }

  @Test
  void oneThatNobodyHasSignedWaitsForASignature() throws Exception {
    TrustedKeys keys = TrustedKeys.read(List.of(registered.sign("1.0.0")));
    RegistryLocation champion = RegistryLocation.parse(registered.champion());
    Succession signed =
        new Succession(
            new RegistrySource(registered.registry(), champion, keys), PredictSpec.DEFAULT);
    signed.begin();
    reload = new Reload(List.of(signed), models, new Printer(said, StandardCharsets.UTF_8));
    registered.register("1.1.0");
    registered.promote("1.1.0");
    assertThat(follow())
        .singleElement()
        .asString()
        .endsWith("category-slopes 1.1.0 has no signature; credence registry sign makes one");
    assertServed("1.0.0", 0, 1);
    registered.sign("1.1.0");
    assertThat(follow()).hasSize(1);
    assertServed("1.1.0", 1, 1);
  }

  /** The fault is printed once, and the load is tried again. */
  @Test
  void aLogThatCannotBeRead() throws Exception {
    registered.register("1.1.0");
    Path log = folder.resolve("r/category-slopes/log");
    Path event = log.resolve("00000004.json");
    Files.writeString(event, "{");
    assertThat(follow()).singleElement().asString().contains("can't be read", "00000004.json");
    assertThat(follow()).isEmpty();
    assertServed("1.0.0", 0, 1);
    Files.delete(event);
    registered.promote("1.1.0");
    assertThat(follow()).hasSize(1);
    assertServed("1.1.0", 1, 1);
  }

  @Test
  void theAliasNamesItInRequests() throws Exception {
    assertThat(models.named("category-slopes@champion", null)).isSameAs(models.first());
    assertThatThrownBy(() -> models.named("category-slopes@challenger", null))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no alias 'challenger' of the model category-slopes")
        .hasMessageContaining("it is served as champion");
  }

  @Test
  void aVersionIsNotFollowed() throws Exception {
    RegistryLocation pinned =
        RegistryLocation.parse(registered.champion().replace("champion", "1.0.0"));
    Succession succession =
        new Succession(
            new RegistrySource(registered.registry(), pinned, null), PredictSpec.DEFAULT);
    succession.begin();
    assertThat(succession.alias()).isNull();
  }
}
