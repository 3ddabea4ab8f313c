package io.credence.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.folder.ModelFolder;
import io.credence.registry.Author;
import io.credence.registry.Candidate;
import io.credence.registry.Registry;
import io.credence.registry.log.Event;
import io.credence.s3.SmallStore.Condition;
import io.credence.s3.SmallStore.Moment;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3RegistryStoreTest {

  private static final String ROOT = "s3://bucket/a/registry/";
  private static final Author ADA = new Author("ada", "a test");
  private static final byte[] ONE = "one".getBytes(UTF_8);
  private static final byte[] OTHER = "another".getBytes(UTF_8);

  @Test
  void anObjectIsCreatedOnce() throws Exception {
    try (SmallStore store = new SmallStore(Condition.HONOURED, write -> Moment.NORMAL)) {
      S3RegistryStore registry = store.at(ROOT);
      assertThat(registry.create("m/log/1", ONE)).isTrue();
      assertThat(registry.create("m/log/1", OTHER)).isFalse();
      assertThat(registry.create("m/log/1", ONE)).as("the same call again").isTrue();
      assertThat(registry.read("m/log/1", 3)).isEqualTo(ONE);
      assertThatThrownBy(() -> registry.read("m/log/1", 2)).hasMessageContaining("larger than 2");
      assertThatThrownBy(() -> registry.read("m/log/2", 9)).isInstanceOf(NoSuchFileException.class);
      assertThat(store.paths())
          .containsExactly(
              "/bucket/a/registry/.credence-created-once", "/bucket/a/registry/m/log/1");
    }
  }

  @ParameterizedTest
  @CsvSource({"s3://bucket/a/registry", "s3://bucket/a/registry/", "s3://bucket", "s3://bucket/"})
  void foldersAreListed(String root) throws Exception {
    try (SmallStore store = new SmallStore(Condition.HONOURED, write -> Moment.NORMAL)) {
      S3RegistryStore registry = store.at(root);
      registry.create("m/log/1", ONE);
      registry.create("m/log/2", ONE);
      registry.create("m/versions/1.0.0/model.yaml", ONE);
      store.put("/bucket/a/registry/m/log/", new byte[0]);
      store.put("/bucket/a/registry/m/logs/3", ONE);
      assertThat(registry.list("")).contains("m/", ".credence-created-once");
      assertThat(registry.list("m")).contains("log/", "versions/");
      assertThat(registry.list("m/log")).containsExactly("1", "2");
      assertThat(registry.list("none")).isEmpty();
      assertThat(registry.location("m/versions/1.0.0"))
          .isEqualTo(registry.location() + "/m/versions/1.0.0")
          .doesNotContain("//m");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "IGNORED,         of this one it writes an object also where there is one already",
    "NOT_IMPLEMENTED, of this one it says that it does not implement it (501)"
  })
  void aStoreWithoutTheConditionIsRefused(Condition condition, String reason) throws Exception {
    try (SmallStore store = new SmallStore(condition, write -> Moment.NORMAL)) {
      S3RegistryStore registry = store.at(ROOT);
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> registry.create("m/log/1", ONE))
            .isInstanceOf(IOException.class)
            .hasMessage(
                "s3://bucket/a/registry: a registry needs a store that honours 'If-None-Match: *'"
                    + " when an object is written, but "
                    + reason
                    + "; keep the registry in another store, or on a disk");
      }
      assertThat(store.paths()).doesNotContain("/bucket/a/registry/m/log/1");
    }
  }

  /** It writes the proof as it should: only of two at once it lets both be first. */
  @Test
  void aStoreThatHonoursTheConditionOnlyInARowIsRefused() throws Exception {
    try (SmallStore store =
        new SmallStore(Condition.HONOURED, write -> write < 2 ? Moment.NORMAL : Moment.REPLACED)) {
      assertThatThrownBy(() -> store.at(ROOT).create("m/log/1", ONE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(
              "of this one it let another writer replace s3://bucket/a/registry/m/log/1");
    }
  }

  @Test
  void whatIsNeverDecidedEnds() throws Exception {
    try (SmallStore store =
        new SmallStore(Condition.HONOURED, write -> write == 0 ? Moment.NORMAL : Moment.BUSY)) {
      System.setProperty("aws.maxAttempts", "3");
      assertThatThrownBy(() -> store.at(ROOT).create("m/log/1", ONE))
          .hasMessageContaining("to the last of 3 attempts (409)");
    } finally {
      System.clearProperty("aws.maxAttempts");
    }
  }

  /** Fifty at once; of each 17 writes one is not decided, one fails, and one answer is lost. */
  @Test
  void noEventAndNoAliasIsLost() throws Exception {
    IntFunction<Moment> bad =
        write ->
            switch (write % 17) {
              case 1 -> Moment.BUSY;
              case 3 -> Moment.FAILING;
              case 5 -> Moment.LOST;
              default -> Moment.NORMAL;
            };
    try (SmallStore store = new SmallStore(Condition.HONOURED, bad)) {
      Registry registry = registry(store);
      Candidate candidate =
          Candidate.load(ModelFolder.local(Path.of("../../samples/category-slopes")));
      registry.register(candidate, Map.of(), ADA);
      List<Integer> events = promotions(store, candidate, 50);
      assertThat(events).doesNotHaveDuplicates().hasSize(50);
      assertThat(registry.history(candidate.name()).aliases()).hasSize(50);
      assertThat(registry.history(candidate.name()).events())
          .extracting(Event::number)
          .hasSize(51)
          .doesNotHaveDuplicates();
      assertThat(registry.verify(candidate.name()).problems()).isEmpty();
    }
  }

  private static Registry registry(SmallStore store) {
    return new Registry(store.at(ROOT), Clock.systemUTC());
  }

  private static List<Integer> promotions(SmallStore store, Candidate candidate, int number)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(number);
    try {
      List<Callable<Integer>> promotions = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        String alias = "alias-" + i;
        promotions.add(
            () ->
                registry(store)
                    .promote(candidate.name(), candidate.version(), alias, null, true, ADA)
                    .number());
      }
      List<Integer> events = new ArrayList<>();
      for (Future<Integer> each : threads.invokeAll(promotions)) {
        events.add(each.get());
      }
      return events;
    } finally {
      threads.shutdownNow();
    }
  }
}
