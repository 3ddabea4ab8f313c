package io.credence.registry;

import java.util.List;
import java.util.Optional;

/**
 * A name that moves from version to version, such as {@code champion}.
 *
 * @param name the alias
 * @param versions what it named, the oldest first, without what was rolled back; the last is what
 *     it names now
 * @param event the number of the event since which it names that
 * @param isPinned whether a person wants no program to move it
 */
public record Alias(String name, List<String> versions, int event, boolean isPinned) {

  public Alias {
    versions = List.copyOf(versions);
  }

  /** What it names now. */
  public String version() {
    return versions.get(versions.size() - 1);
  }

  /** What a rollback would make it name. */
  public Optional<String> before() {
    return versions.size() < 2 ? Optional.empty() : Optional.of(versions.get(versions.size() - 2));
  }
}
