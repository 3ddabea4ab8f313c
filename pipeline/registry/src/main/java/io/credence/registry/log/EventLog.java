package io.credence.registry.log;

import io.credence.registry.store.RegistryStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The events of one model: files that are named by their numbers, each of which holds the SHA-256
 * of the one before. Who creates a file decides its event; others look again.
 */
public final class EventLog {

  /** More than an event has, by far: it lists the files of a version. */
  private static final int MAX_BYTES = 1 << 20;

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
    // By their names: a listing may show an event and leave out the one that was written before it.
    for (int number = 1; number <= last; number++) {
      String file = name(number);
      byte[] content = content(file);
      Event event = EventJson.read(location(file), content);
      events.add(checked(location(file), event, number, previous));
      previous = Sha256.hex(content);
    }
    return events;
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
   * @param event without its number and what came before, which are set here
   * @param before all events, as they were read
   * @return the event as it is in the log; null when another has its place by now
   * @throws IOException when it is not known whether it was written
   */
  public @Nullable Event append(Event event, List<Event> before) throws IOException {
    Event last = before.isEmpty() ? null : before.get(before.size() - 1);
    Event next =
        new Event(
            before.size() + 1,
            event.id(),
            event.at(),
            event.by(),
            event.reason(),
            last == null ? null : Sha256.hex(EventJson.write(last)),
            event.change());
    byte[] content = EventJson.write(next);
    if (content.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "An event has at most %s bytes, but this one %s: give it less lineage"
              .formatted(MAX_BYTES, content.length));
    }
    return store.create(folder + "/" + name(next.number()), content) ? next : null;
  }

  private byte[] content(String file) throws IOException {
    try {
      return store.read(folder + "/" + file, MAX_BYTES);
    } catch (NoSuchFileException e) {
      throw new LogException(location(file), "is missing, though later events are there", e);
    }
  }

  private String location(String file) {
    return store.location(folder) + "/" + file;
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "%08d.json", number);
  }
}
