package io.credence.pipeline.runner;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** The jar that this program came in, which a cluster needs too. */
final class JobJar {

  private JobJar() {}

  /** Nothing when the program did not come in one jar; Beam then stages the class path. */
  static Optional<Path> find() {
    CodeSource source = JobJar.class.getProtectionDomain().getCodeSource();
    try {
      return Optional.ofNullable(source)
          .map(CodeSource::getLocation)
          .filter(location -> location.getPath().endsWith("/credence-flink.jar"))
          .map(location -> Path.of(URI.create(location.toString())))
          .filter(Files::isRegularFile);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
