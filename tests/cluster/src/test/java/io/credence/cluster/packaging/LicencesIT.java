package io.credence.cluster.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The licences of what the runnable jars hold, by their own lists of it. */
class LicencesIT {

  /** BSD-4-Clause is how the list renders "The BSD License", which JLine calls its BSD-3-Clause. */
  private static final Set<String> ACCEPTED =
      Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "BSD-4-Clause");

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "server"})
  void eachPartMayBeUsedUnderOneThatTheProjectTakes(String runner) throws IOException {
    try (JarFile jar = jar(runner)) {
      List<String> others = new ArrayList<>();
      for (JsonNode component : bom(jar).get("components")) {
        if (licences(component).stream().noneMatch(ACCEPTED::contains)) {
          others.add(component.get("name").asText() + ": " + licences(component));
        }
      }
      assertThat(others).isEmpty();
    }
  }

  /** Each beside the name of its artifact: many artifacts call theirs META-INF/LICENSE. */
  @ParameterizedTest
  @CsvSource({
    "direct, checker-qual-.*/LICENSE.txt",
    "flink, checker-qual-.*/LICENSE.txt",
    "server, kafka-clients-.*/LICENSE"
  })
  void textsOfLicencesAreKept(String runner, String ofItsOwn) throws IOException {
    try (JarFile jar = jar(runner)) {
      List<String> names = Collections.list(jar.entries()).stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .contains("META-INF/LICENSE", "META-INF/NOTICE")
          .noneMatch(name -> name.matches("META-INF/licenses/.*\\.class"));
      for (String kept : List.of("jhdf-.*/LICENSE", "commons-rng-core-.*/LICENSE.*", ofItsOwn)) {
        assertThat(names).anyMatch(name -> name.matches("META-INF/licenses/.*" + kept));
      }
    }
  }

  private static JarFile jar(String runner) throws IOException {
    return new JarFile("../../runners/%s/target/credence-%s.jar".formatted(runner, runner));
  }

  private static JsonNode bom(JarFile jar) throws IOException {
    try (InputStream bom = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
      return new ObjectMapper().readTree(bom);
    }
  }

  private static List<String> licences(JsonNode component) {
    return StreamSupport.stream(component.path("licenses").spliterator(), false)
        .map(choice -> choice.path("license").path("id").asText())
        .toList();
  }
}
