package io.credence.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The lines of a resource beside these tests. */
final class ReferenceLines {

  private ReferenceLines() {}

  static Stream<String> of(String name) throws IOException {
    try (InputStream in = ReferenceLines.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }
}
