package io.credence.server.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.text.Printer;
import io.credence.folder.ModelFolder;
import io.credence.predict.PredictSpec;
import io.credence.registry.RegistryLocation;
import io.credence.registry.Resolved;
import io.credence.server.TestServer;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two models are followed, and the first one's next version fails as none should. */
class FailedLoadTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Registered registered;
  private final ServedModel other;
  private final Models models;
  private final Reload reload;
  private Supplier<Offer> offer;

  FailedLoadTest(@TempDir Path folder) throws Exception {
    ModelFolder files = ModelFolder.local(other(folder.resolve("other")));
    String digest = ServedModel.load(files, PredictSpec.DEFAULT).digest();
    offer = () -> new Offer(files, new Resolved("other", "1.0.0", digest, files, 1));
    Succession first = new Succession(new AnySource(), PredictSpec.DEFAULT);
    other = first.begin();

    registered = new Registered(folder);
    registered.register("1.0.0");
    registered.promote("1.0.0");
    Succession second =
        new Succession(
            new RegistrySource(
                registered.registry(), RegistryLocation.parse(registered.champion()), null),
            PredictSpec.DEFAULT);
    models = new Models(List.of(other, second.begin()));
    reload = new Reload(List.of(first, second), models, new Printer(said, StandardCharsets.UTF_8));
    registered.register("1.1.0");
    registered.promote("1.1.0");
  }

  private static Path other(Path folder) throws Exception {
    Path sample = Path.of(TestServer.folders(Registered.MODEL));
    Files.createDirectories(folder);
    Files.copy(sample.resolve("posterior.nc"), folder.resolve("posterior.nc"));
    Files.writeString(
        folder.resolve("model.yaml"),
        Files.readString(sample.resolve("model.yaml"))
            .replace("name: category-slopes", "name: other")
            .replace("verify: verify.jsonl\n", ""));
    return folder;
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new OutOfMemoryError("Java heap space"),
        new StackOverflowError(),
        new NoClassDefFoundError("io/credence/Gone"),
        new IllegalStateException("first\n  second"));
  }

  /** What three looks say. */
  private List<String> follow() {
    for (int i = 0; i < 3; i++) {
      reload.follow();
    }
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private void assertOnlyTheSecondWasReplaced() {
    assertThat(models.first()).isSameAs(other);
    assertThat(models.swaps("other").refusedCount()).isEqualTo(1);
    assertThat(models.all().get(1).model().version()).isEqualTo("1.1.0");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aLoadThatFailsIsOneRefusal(Throwable failure) {
    ModelFolder failing = new FailingFolder(failure);
    offer = () -> new Offer(failing, new Resolved("other", "1.1.0", "ab", failing, 2));
    assertThat(follow().get(0)).startsWith("other: stays at 1.0.0, because ");
    assertOnlyTheSecondWasReplaced();
  }

  @Test
  void aLoadThatFailsIsTriedAgainWhenItIsAskedFor() {
    ModelFolder failing = new FailingFolder(new IllegalStateException("first\n  second"));
    offer = () -> new Offer(failing, new Resolved("other", "1.1.0", "ab", failing, 2));
    String line =
        "other: stays at 1.0.0, because loading the new one failed:"
            + " java.lang.IllegalStateException: first second";
    assertThat(follow()).hasSize(2).first().isEqualTo(line);
    said.reset();
    reload.run();
    assertThat(said.toString(StandardCharsets.UTF_8).lines().toList()).hasSize(2).contains(line);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aLookThatFailsIsToldOnce(Throwable failure) {
    offer =
        () -> {
          throw FailingFolder.unchecked(failure);
        };
    assertThat(follow())
        .hasSize(2)
        .first()
        .asString()
        .startsWith(
            "other: stays at 1.0.0, because a look at any failed: " + failure.getClass().getName());
    assertOnlyTheSecondWasReplaced();
  }

  private final class AnySource implements ModelSource {

    @Override
    public String location() {
      return "any";
    }

    @Override
    public String alias() {
      return "champion";
    }

    @Override
    public Offer offer() {
      return offer.get();
    }
  }

  private record FailingFolder(Throwable failure) implements ModelFolder {

    @Override
    public String location() {
      return "failing";
    }

    @Override
    public InputStream open(String name) {
      throw unchecked(failure);
    }

    /** The failure as what can be thrown anywhere. */
    static RuntimeException unchecked(Throwable failure) {
      if (failure instanceof Error error) {
        throw error;
      }
      return (RuntimeException) failure;
    }
  }
}
