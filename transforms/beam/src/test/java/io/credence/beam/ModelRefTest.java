package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.folder.ModelException;
import io.credence.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that is named where a job is submitted, and loaded where it runs. */
class ModelRefTest {

  private static final int THREADS = 8;

  private final Path folder;

  ModelRefTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void travelsAsNameAndDigest() {
    ModelRef sent = Slopes.model();
    ModelRef received = SerializableUtils.clone(sent);
    assertThat(received.location()).isEqualTo(sent.location());
    assertThat(received.digest()).isEqualTo(sent.digest());
    assertThat(received).hasToString("category-slopes 1.0.0 (samples/category-slopes)");
    assertThat(SerializableUtils.serializeToByteArray(sent)).hasSizeLessThan(1_000);
  }

  @Test
  void threadsThatStartTogetherGetOneModel() throws Exception {
    ModelRef ref = Slopes.model();
    ModelCache worker = new ModelCache();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Model>> loading = new ArrayList<>();
    Callable<Model> load =
        () -> {
          start.await();
          return worker.get(ref);
        };
    for (int i = 0; i < THREADS; i++) {
      loading.add(threads.submit(load));
    }
    start.countDown();
    Set<Model> models = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Future<Model> loaded : loading) {
      models.add(loaded.get());
    }
    threads.shutdown();
    assertThat(models).hasSize(1);
  }

  @Test
  void theSubmitterDoesNotLoadTwice() {
    ModelRef ref = Slopes.model();
    assertThat(ref.model()).isSameAs(SerializableUtils.clone(ref).model());
  }

  @Test
  void aFolderThatWasChangedSinceIsAnError() throws Exception {
    Path model = Slopes.copyTo(folder.resolve("model"));
    ModelRef ref = ModelRef.at(model.toString());
    Path yaml = model.resolve("model.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("mu = slope * x", "mu = slope * x * 1"));
    assertThatThrownBy(() -> new ModelCache().get(ref))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "The model at " + model + " was changed since the job was submitted")
        .hasMessageContaining(ref.digest().hex());
  }

  @Test
  void aFolderThatIsGoneIsAnError() throws Exception {
    Path model = Slopes.copyTo(folder.resolve("model"));
    ModelRef ref = ModelRef.at(model.toString());
    Files.delete(model.resolve("posterior.nc"));
    assertThatThrownBy(() -> new ModelCache().get(ref))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The model can't be loaded any more: ")
        .hasMessageContaining("posterior.nc");
  }

  @Test
  void aFolderThatHoldsNoModelIsRefused() {
    assertThatThrownBy(() -> ModelRef.at(folder.resolve("nowhere").toString()))
        .isInstanceOfAny(ModelException.class, NoSuchFileException.class, IOException.class)
        .hasMessageContaining("model.yaml");
  }
}
