package io.credence.registry;

import io.credence.registry.log.Change.Pin;
import io.credence.registry.log.Change.Promotion;
import io.credence.registry.log.Change.Registration;
import io.credence.registry.log.Change.Retirement;
import io.credence.registry.log.Change.Rollback;
import io.credence.registry.log.Change.Signing;
import io.credence.registry.log.Event;
import io.credence.registry.log.LogException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a model's log come to: its versions, and what each alias names. Events that
 * could not have been written, such as the promotion of a version that was never registered, are
 * refused.
 */
public final class ModelHistory {

  private final String name;
  private final List<Event> events = new ArrayList<>();
  private final Map<String, ModelVersion> versions = new TreeMap<>(new VersionOrder());
  private final Map<String, List<String>> named = new TreeMap<>();
  private final Map<String, Integer> since = new TreeMap<>();
  private final Set<String> pinned = new TreeSet<>();

  private ModelHistory(String name) {
    this.name = name;
  }

  static ModelHistory of(String name, List<Event> events) throws LogException {
    ModelHistory history = new ModelHistory(name);
    for (Event event : events) {
      history.add(event);
    }
    return history;
  }

  /** This history, and what happened then. */
  ModelHistory with(List<Event> later) throws LogException {
    List<Event> all = new ArrayList<>(events);
    all.addAll(later);
    return of(name, all);
  }

  /** The model's name. */
  public String name() {
    return name;
  }

  /** All events, in their order. */
  public List<Event> events() {
    return Collections.unmodifiableList(events);
  }

  /** All versions, the newest last. */
  public Collection<ModelVersion> versions() {
    return Collections.unmodifiableCollection(versions.values());
  }

  /** All aliases, by name. */
  public Collection<Alias> aliases() {
    return named.keySet().stream().flatMap(alias -> alias(alias).stream()).toList();
  }

  /** The version of a name. */
  public Optional<ModelVersion> version(String version) {
    return Optional.ofNullable(versions.get(version));
  }

  /** The alias of a name. */
  public Optional<Alias> alias(String alias) {
    return Optional.ofNullable(named.get(alias))
        .map(
            versions ->
                new Alias(alias, versions, since.getOrDefault(alias, 0), pinned.contains(alias)));
  }

  /** Those whose model has a digest that begins so. */
  List<ModelVersion> digested(String digest) {
    return versions.values().stream()
        .filter(version -> version.registration().digest().startsWith(digest))
        .toList();
  }

  private void add(Event event) throws LogException {
    String impossible = impossible(event);
    if (impossible != null) {
      throw new LogException("event %s of %s".formatted(event.number(), name), impossible);
    }
    events.add(event);
    if (event.change() instanceof Registration registration) {
      versions.put(registration.version(), new ModelVersion(registration, event, null, List.of()));
    } else if (event.change() instanceof Promotion promotion) {
      names(promotion.alias(), event).add(promotion.version());
    } else if (event.change() instanceof Rollback rollback) {
      List<String> versions = names(rollback.alias(), event);
      versions.remove(versions.size() - 1);
    } else if (event.change() instanceof Pin pin) {
      pinned.add(pin.alias());
    } else if (event.change() instanceof Retirement retirement) {
      versions.computeIfPresent(retirement.version(), (name, version) -> version.retiredBy(event));
    } else if (event.change() instanceof Signing signing) {
      versions.computeIfPresent(
          signing.version(), (name, version) -> version.signedBy(signing.signature()));
    }
  }

  /** What an alias that an event changes has named so far, for the event to change. */
  private List<String> names(String alias, Event event) {
    pinned.remove(alias);
    since.put(alias, event.number());
    return named.computeIfAbsent(alias, none -> new ArrayList<>());
  }

  private @Nullable String impossible(Event event) {
    if (event.number() != events.size() + 1) {
      return "stands where %s should be".formatted(events.size() + 1);
    }
    String text = event.change().version();
    ModelVersion version = versions.get(text);
    if (event.change() instanceof Registration) {
      return version == null ? null : "registers %s, which is there already".formatted(text);
    }
    if (version == null) {
      return "is about %s, which is not registered".formatted(text);
    }
    if (!version.registration().digest().equals(event.change().digest())) {
      return "is about %s with another digest".formatted(text);
    }
    if (version.isRetired()) {
      return "is about %s, which is retired".formatted(text);
    }
    if (event.change() instanceof Rollback rollback
        && !alias(rollback.alias()).flatMap(Alias::before).equals(Optional.of(text))) {
      return "rolls %s back to %s, which it did not name before".formatted(rollback.alias(), text);
    }
    if (event.change() instanceof Pin pin
        && !alias(pin.alias()).map(Alias::version).equals(Optional.of(text))) {
      return "pins %s to %s, which it does not name".formatted(pin.alias(), text);
    }
    return null;
  }
}
