package io.credence.beam;

import io.credence.folder.ModelException;
import io.credence.model.Model;
import io.credence.model.ModelDigest;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Models, each loaded once however many threads score with it. Soft references let go of the models
 * of jobs that ended when memory runs short.
 */
final class ModelCache {

  /** The models of this JVM. */
  static final ModelCache SHARED = new ModelCache();

  private final ConcurrentHashMap<ModelDigest, SoftReference<Model>> models =
      new ConcurrentHashMap<>();
  private final ConcurrentHashMap<ModelDigest, AtomicLong> loads = new ConcurrentHashMap<>();

  /** Keeps a model that was just loaded. */
  void put(Model model) {
    models.put(model.digest(), new SoftReference<>(model));
    countLoad(model.digest());
  }

  Model get(ModelRef ref) {
    Model[] found = new Model[1];
    // Loading happens within compute, so that threads that start together load it once.
    models.compute(
        ref.digest(),
        (digest, known) -> {
          Model model = known == null ? null : known.get();
          found[0] = model == null ? load(ref) : model;
          return model == null ? new SoftReference<>(found[0]) : known;
        });
    return found[0];
  }

  private void countLoad(ModelDigest digest) {
    loads.computeIfAbsent(digest, each -> new AtomicLong()).incrementAndGet();
  }

  /**
   * How many times the model was loaded since the last call. It is counted here because Beam
   * ignores metrics of a function's setup, which is when models are loaded.
   */
  long takeLoads(ModelDigest digest) {
    AtomicLong count = loads.get(digest);
    return count == null || count.get() == 0 ? 0 : count.getAndSet(0);
  }

  private Model load(ModelRef ref) {
    Model model;
    try {
      model = ref.load();
    } catch (ModelException | IOException e) {
      throw new IllegalStateException("The model can no longer be loaded: " + e.getMessage(), e);
    }
    if (!model.digest().equals(ref.digest())) {
      throw new IllegalStateException(
          "The model %s: its digest is %s, but %s was submitted"
              .formatted(whatHappened(ref), model.digest(), ref.digest()));
    }
    countLoad(ref.digest());
    return model;
  }

  private static String whatHappened(ModelRef ref) {
    return ref.carriedBytes() == 0
        ? "at " + ref.location() + " was changed since the job was submitted"
        : "of " + ref.location() + " that travels with the job was changed on its way";
  }
}
