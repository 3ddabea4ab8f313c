package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever stands in model.yaml, it is loaded or refused with problems, and never crashes. */
class ModelLoaderFuzzTest {

  private final byte[] posterior;
  private final String yaml;

  ModelLoaderFuzzTest() throws IOException {
    posterior = Files.readAllBytes(FolderFixture.SAMPLE.resolve("posterior.nc"));
    yaml =
        Files.readString(FolderFixture.SAMPLE.resolve("model.yaml"))
            .replace("verify: verify.jsonl", "");
  }

  @Property(tries = 500)
  void loadsOrRefuses(
      @ForAll @IntRange(max = 700) int from,
      @ForAll @IntRange(max = 12) int length,
      @ForAll("fragments") String fragment)
      throws IOException {
    int start = Math.min(from, yaml.length());
    int end = Math.min(start + length, yaml.length());
    String damaged = yaml.substring(0, start) + fragment + yaml.substring(end);
    try {
      ModelLoader.load(folder(damaged));
    } catch (ModelException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> fragments() {
    Arbitrary<String> yaml =
        Arbitraries.of(
            "", "{", "}", "[", "]", ": ", "- ", "\n", "\n  ", "'", "\"", "#", "&a ", "*a", "!!int ",
            "|\n", "? ", "null", "~", ".nan", "-.inf", "0x1F", "1e999", "true", "\t", "\0",
            "---\n");
    Arbitrary<String> expressions =
        Arbitraries.of(
            "(", ")", "**", "beta", "[category]", "dot(", ",", "=", "category", "x", "1");
    Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(4);
    return Arbitraries.oneOf(yaml, expressions, texts)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> String.join("", parts));
  }

  private ModelFolder folder(String modelYaml) {
    Map<String, byte[]> files =
        Map.of("model.yaml", modelYaml.getBytes(StandardCharsets.UTF_8), "posterior.nc", posterior);
    return new ModelFolder() {
      @Override
      public String location() {
        return "memory";
      }

      @Override
      public InputStream open(String name) throws IOException {
        byte[] content = files.get(name);
        if (content == null) {
          throw new NoSuchFileException(name);
        }
        return new ByteArrayInputStream(content);
      }
    };
  }
}
