package io.credence.cluster.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.kit.process.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server's jar leaves out what wants Beam or Avro, and no class of ours that it has wants more.
 */
class ServerJarIT {

  @TempDir Path classes;

  @Test
  void holdsAllThatItsOwnClassesName() throws IOException {
    try (JarFile jar = new JarFile(Checkout.SERVER_JAR.toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        assertThat(entry.getName()).doesNotStartWith("org/apache/beam/");
        if (entry.getName().startsWith("io/credence/") && entry.getName().endsWith(".class")) {
          extract(jar, entry);
        }
      }
    }
    StringWriter missing = new StringWriter();
    PrintWriter out = new PrintWriter(missing);
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(
            out,
            out,
            "--multi-release",
            "17",
            "--missing-deps",
            "-cp",
            Checkout.SERVER_JAR.toString(),
            classes.toString());
    assertThat(missing.toString()).doesNotContain("not found");
  }

  private void extract(JarFile jar, JarEntry entry) throws IOException {
    Path file = classes.resolve(entry.getName());
    Files.createDirectories(file.getParent());
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, file);
    }
  }
}
