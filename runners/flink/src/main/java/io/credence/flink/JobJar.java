package io.credence.flink;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** The jar that this program came in, which a cluster needs too. */
final class JobJar {

  private JobJar() {}

  /** Nothing when the program did not come in one jar with Beam's runner. */
  static Optional<Path> find() {
    return codeOf(JobJar.class)
        .filter(
            jar ->
                codeOf(org.apache.beam.runners.flink.FlinkRunner.class)
                    .equals(codeOf(JobJar.class)))
        .filter(Files::isRegularFile);
  }

  private static Optional<Path> codeOf(Class<?> type) {
    return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .map(location -> Path.of(URI.create(location.toString())));
  }
}
