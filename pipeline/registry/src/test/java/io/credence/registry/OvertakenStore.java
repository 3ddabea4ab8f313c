package io.credence.registry;

import io.credence.registry.store.RegistryStore;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A store on which somebody else does something just before an event is written, once. */
record OvertakenStore(RegistryStore store, AtomicReference<@Nullable Callable<?>> other)
    implements RegistryStore {

  @Override
  public String location() {
    return store.location();
  }

  @Override
  public String location(String folder) {
    return store.location(folder);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return store.list(folder);
  }

  @Override
  public byte[] read(String name, int maxBytes) throws IOException {
    return store.read(name, maxBytes);
  }

  @Override
  public boolean create(String name, byte[] content) throws IOException {
    Callable<?> first = name.contains("/log/") ? other.getAndSet(null) : null;
    if (first != null) {
      try {
        first.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return store.create(name, content);
  }
}
