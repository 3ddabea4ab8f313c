package io.credence.registry.log;

import io.credence.registry.store.RegistryStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The events of one model: files that are named by their numbers, each of which holds the SHA-256
 * of the one before. Who creates a file decides its event; others look again.
 */
public final class EventLog {

  /** More than an event has, by far: it lists the files of a version. */
  private static final int MAX_BYTES = 1 << 20;

  private static final int AT_ONCE = 1_000;

  private static final Pattern FILE = Pattern.compile("([0-9]{8})\\.json");

  private final RegistryStore store;
  private final String folder;

  /**
   * The log in a folder, which need not be there yet.
   *
   * @param folder within the store
   */
  public EventLog(RegistryStore store, String folder) {
    this.store = store;
    this.folder = folder;
  }

  /**
   * All events, in their order.
   *
   * @throws LogException when one is missing, or is not as it was written
   */
  public List<Event> read() throws IOException {
    int last =
        store.list(folder).stream()
            .map(FILE::matcher)
            .filter(Matcher::matches)
            .mapToInt(file -> Integer.parseInt(file.group(1)))
            .max()
            .orElse(0);
    List<Event> events = new ArrayList<>();
    String previous = null;
    while (events.size() < last) {
      for (byte[] content : contents(events.size() + 1, Math.min(last, events.size() + AT_ONCE))) {
        events.add(event(events.size() + 1, content, previous));
        previous = sha256(events);
      }
    }
    return events;
  }

  /**
   * The events behind those that were read before, in their order.
   *
   * @throws LogException when one is not as it was written
   */
  public List<Event> after(List<Event> known) throws IOException {
    List<Event> later = new ArrayList<>();
    String previous = sha256(known);
    for (int number = known.size() + 1; ; number++) {
      byte[] content = contentIfPresent(name(number));
      if (content == null) {
        return later;
      }
      later.add(event(number, content, previous));
      previous = sha256(later);
    }
  }

  private Event event(int number, byte[] content, @Nullable String previous) throws LogException {
    String file = location(name(number));
    return checked(file, EventJson.read(file, content), number, previous);
  }

  private static Event checked(String file, Event event, int number, @Nullable String previous)
      throws LogException {
    if (event.number() != number) {
      throw new LogException(file, "holds event " + event.number());
    }
    if (previous == null ? event.previous() != null : !previous.equals(event.previous())) {
      throw new LogException(
          file, "does not follow the event before it: one of the two was replaced");
    }
    return event;
  }

  /**
   * Writes an event behind the others.
   *
   * @param before all events, as they were read
   * @return the event as it is in the log; null when another has its place by now
   * @throws IOException when it is not known whether it was written
   */
  public @Nullable Event append(Draft draft, List<Event> before) throws IOException {
    int number = before.size() + 1;
    String previous = sha256(before);
    byte[] content = EventJson.write(draft, number, previous);
    if (content.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "An event has at most %s bytes, but this one %s: give it less lineage"
              .formatted(MAX_BYTES, content.length));
    }
    return store.create(file(name(number)), content) ? event(number, content, previous) : null;
  }

  /** By their names: a listing may show an event and leave out one that was written before it. */
  private List<byte[]> contents(int first, int last) throws IOException {
    List<String> files =
        IntStream.rangeClosed(first, last).mapToObj(number -> file(name(number))).toList();
    try {
      return store.readAll(files, MAX_BYTES);
    } catch (NoSuchFileException e) {
      throw new LogException(e.getFile(), "is missing, though later events are there", e);
    }
  }

  private byte @Nullable [] contentIfPresent(String file) throws IOException {
    try {
      return store.read(file(file), MAX_BYTES);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private String file(String name) {
    return folder + "/" + name;
  }

  /** Of the bytes of the last one; null when there is none. */
  private static @Nullable String sha256(List<Event> events) {
    return events.isEmpty() ? null : events.get(events.size() - 1).sha256();
  }

  private String location(String file) {
    return store.location(folder) + "/" + file;
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "%08d.json", number);
  }
}
