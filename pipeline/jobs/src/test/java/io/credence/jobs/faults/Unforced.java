package io.credence.jobs.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of each file is on disk, of those of which not all may be. The worst is assumed: names
 * outlive the loss of power, and what was not forced does not. All paths are of the real file
 * system.
 */
final class Unforced {

  private final Map<Path, Long> forced = new HashMap<>();

  synchronized void written(Path file, long before) {
    forced.putIfAbsent(file, before);
  }

  synchronized void forced(Path file) {
    forced.remove(file);
  }

  synchronized void moved(Path from, Path to) {
    Long size = forced.remove(from);
    forced.remove(to);
    if (size != null) {
      forced.put(to, size);
    }
  }

  synchronized void linked(Path link, Path existing) {
    Long size = forced.get(existing);
    if (size != null) {
      forced.put(link, size);
    }
  }

  synchronized void deleted(Path file) {
    forced.remove(file);
  }

  synchronized void drop() {
    forced.forEach(
        (file, size) -> {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    forced.clear();
  }
}
