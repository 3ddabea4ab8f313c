package io.credence.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.registry.store.LocalRegistryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else moves the alias between a rollback's look at it and its event. */
class SimultaneousRollbacksTest {

  private static final Author ADA = new Author("ada", "a reason");

  private final LocalRegistryStore store;
  private final Registry registry;

  /** The champion was 1.0.0, then 2.0.0, and is 3.0.0. */
  SimultaneousRollbacksTest(@TempDir Path folder) throws Exception {
    store = new LocalRegistryStore(folder.resolve("registry"));
    registry = new Registry(store, Clock.systemUTC());
    for (String version : List.of("1.0.0", "2.0.0", "3.0.0")) {
      registry.register(Models.version(folder, version), Map.of(), ADA);
      promote(version);
    }
  }

  private Object promote(String version) throws Exception {
    return registry.promote(Models.NAME, version, "champion", null, true, ADA);
  }

  private void rollBackAfter(Callable<?> other) throws Exception {
    new Registry(new OvertakenStore(store, new AtomicReference<>(other)), Clock.systemUTC())
        .rollback(Models.NAME, "champion", ADA);
  }

  private String champion() throws Exception {
    return registry.history(Models.NAME).alias("champion").orElseThrow().version();
  }

  @Test
  void twoGoBackOneVersion() throws Exception {
    assertThatThrownBy(() -> rollBackAfter(() -> registry.rollback(Models.NAME, "champion", ADA)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(
            "champion of category-slopes was moved meanwhile to 2.0.0 by event 7");
    assertThat(champion()).isEqualTo("2.0.0");
  }

  /** It names 3.0.0 again, but a rollback would make it name 1.0.0 now, and not 2.0.0. */
  @Test
  void oneThatMovedAndCameBackHasMoved() throws Exception {
    assertThatThrownBy(
            () ->
                rollBackAfter(
                    () -> {
                      promote("1.0.0");
                      return promote("3.0.0");
                    }))
        .hasMessageContaining("was moved meanwhile to 3.0.0 by event 8");
    assertThat(champion()).isEqualTo("3.0.0");
  }

  @Test
  void whatElseIsWrittenMeanwhileDoesNotKeepIt() throws Exception {
    rollBackAfter(() -> registry.pin(Models.NAME, "champion", ADA));
    assertThat(champion()).isEqualTo("2.0.0");
  }
}
