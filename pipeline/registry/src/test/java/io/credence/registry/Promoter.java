package io.credence.registry;

import io.credence.registry.store.LocalRegistryStore;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A process that promotes two versions in turn until it is killed, or as often as it is asked to.
 */
final class Promoter {

  private Promoter() {}

  public static void main(String[] args) throws Exception {
    Registry registry = new Registry(new LocalRegistryStore(Path.of(args[0])), Clock.systemUTC());
    Author author = new Author("process " + ProcessHandle.current().pid(), "a test");
    int times = Integer.parseInt(args[2]);
    // One that was killed may have left either.
    boolean named =
        registry.history(Models.NAME).alias(args[1]).stream()
            .anyMatch(alias -> alias.version().equals("1.0.0"));
    for (int i = named ? 1 : 0; i < times; i++) {
      registry.promote(Models.NAME, i % 2 == 0 ? "1.0.0" : "2.0.0", args[1], null, true, author);
    }
  }
}
