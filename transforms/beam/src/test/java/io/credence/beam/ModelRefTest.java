package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.folder.ModelException;
import io.credence.model.Model;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static void deleteFolder(Path folder) throws IOException {
    for (String name : Slopes.FILES) {
      Files.delete(folder.resolve(name));
    }
    Files.delete(folder);
  }

  @Test
  void whatItCarriesNeedsNoFolder() throws Exception {
    Path model = Slopes.copyTo(folder.resolve("model"));
    ModelRef sent = ModelRef.carrying(model.toString());
    deleteFolder(model);
    ModelRef received = SerializableUtils.clone(sent);
    assertThat(new ModelCache().get(received).digest()).isEqualTo(Slopes.model().digest());
    assertThat(received.location()).isEqualTo(model.toString());
  }

  @Test
  void carriesTheFilesOfTheModelAndNoOthers() throws Exception {
    Path model = Slopes.copyTo(folder.resolve("model"));
    Files.write(model.resolve("features.parquet"), new byte[100_000]);
    long size = 0;
    for (String name : Slopes.FILES) {
      size += Files.size(model.resolve(name));
    }
    assertThat(ModelRef.carrying(model.toString()).carriedBytes()).isEqualTo(size);
  }

  @Test
  void carriesChecksumsWhereThereAreSome() throws Exception {
    Path model = Slopes.copyTo(folder.resolve("model"));
    long without = ModelRef.carrying(model.toString()).carriedBytes();
    ModelRef ref = ModelRef.carrying(Slopes.FOLDER);
    assertThat(ref.carriedBytes())
        .isEqualTo(without + Files.size(Path.of(Slopes.FOLDER, "SHA256SUMS")));
    assertThatThrownBy(() -> new ModelCache().get(damaged(ref)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'model.yaml' was changed");
  }

  @Test
  void aFileThatWasNotThereDoesNotAppearLater() throws Exception {
    Path model = Slopes.copyTo(folder.resolve("model"));
    ModelRef ref = ModelRef.carrying(model.toString());
    Files.writeString(model.resolve("SHA256SUMS"), "nonsense");
    assertThat(new ModelCache().get(ref).digest()).isEqualTo(ref.digest());
  }

  @Test
  void checksumsThatAreNoFileAreNotTakenForAbsent() throws Exception {
    Path model = Slopes.copyTo(folder.resolve("model"));
    Files.createDirectory(model.resolve("SHA256SUMS"));
    for (Callable<ModelRef> reading :
        List.<Callable<ModelRef>>of(
            () -> ModelRef.at(model.toString()), () -> ModelRef.carrying(model.toString()))) {
      assertThatThrownBy(reading::call)
          .isInstanceOf(ModelException.class)
          .hasMessageEndingWith("\nSHA256SUMS: 'SHA256SUMS' can't be read: it is a folder");
    }
  }

  /** Arrives with an expression of equal length and value in place of that which was sent. */
  private static ModelRef damaged(ModelRef sent) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    }
    String content = bytes.toString(StandardCharsets.ISO_8859_1);
    assertThat(content).containsOnlyOnce("mu = slope * x");
    byte[] changed =
        content.replace("mu = slope * x", "mu = x * slope").getBytes(StandardCharsets.ISO_8859_1);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(changed))) {
      return (ModelRef) in.readObject();
    }
  }

  @Test
  void damageOnTheWayIsAnError() throws Exception {
    Path model = Slopes.copyTo(folder.resolve("model"));
    ModelRef ref = ModelRef.carrying(model.toString());
    assertThatThrownBy(() -> new ModelCache().get(damaged(ref)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "The model of " + model + " that travels with the job was changed on its way")
        .hasMessageContaining(ref.digest().hex());
  }

  @Test
  void bareIsTheSameModelWithoutItsFiles() throws Exception {
    ModelRef carrying = ModelRef.carrying(Slopes.FOLDER);
    ModelRef bare = carrying.bare();
    assertThat(bare.carriedBytes()).isZero();
    assertThat(SerializableUtils.serializeToByteArray(bare)).hasSizeLessThan(1_000);
    assertThat(bare.digest()).isEqualTo(carrying.digest());
    assertThat(bare.verifiedFigures()).isEqualTo(carrying.verifiedFigures());
    assertThat(bare).hasToString(carrying.toString());
  }

  @Test
  void carriesNothingUnlessAsked() {
    assertThat(Slopes.model().carriedBytes()).isZero();
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
        .hasMessageStartingWith("The model can no longer be loaded: ")
        .hasMessageContaining("posterior.nc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:", "file://", "file://localhost"})
  void aFolderOfThisMachineHasUris(String beginning) throws Exception {
    Path model = Slopes.copyTo(folder.resolve("model"));
    ModelRef ref = ModelRef.at(beginning + model);
    assertThat(ref.digest()).isEqualTo(Slopes.model().digest());
    assertThat(new ModelCache().get(SerializableUtils.clone(ref)).digest()).isEqualTo(ref.digest());
  }

  @Test
  void aFolderThatHoldsNoModelIsRefused() {
    assertThatThrownBy(() -> ModelRef.at(folder.resolve("nowhere").toString()))
        .isInstanceOfAny(ModelException.class, NoSuchFileException.class, IOException.class)
        .hasMessageContaining("model.yaml");
  }
}
