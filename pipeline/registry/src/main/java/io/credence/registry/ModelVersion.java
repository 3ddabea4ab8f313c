package io.credence.registry;

import io.credence.registry.log.Change.Registration;
import io.credence.registry.log.Change.SignatureEntry;
import io.credence.registry.log.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model.
 *
 * @param registration what it consists of
 * @param registered the event that made it
 * @param retired the event since which no alias may name it; null when there is none
 * @param signatures of its files, the oldest first
 */
public record ModelVersion(
    Registration registration,
    Event registered,
    @Nullable Event retired,
    List<SignatureEntry> signatures) {

  public ModelVersion {
    signatures = List.copyOf(signatures);
  }

  /** The version's name. */
  public String version() {
    return registration.version();
  }

  boolean isRetired() {
    return retired != null;
  }

  ModelVersion retiredBy(Event event) {
    return new ModelVersion(registration, registered, event, signatures);
  }

  ModelVersion signedBy(SignatureEntry signature) {
    List<SignatureEntry> all = new ArrayList<>(signatures);
    all.add(signature);
    return new ModelVersion(registration, registered, retired, all);
  }
}
