package io.credence.yaml;

import io.credence.problem.Excerpt;
import io.credence.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The keys and values of a YAML file. It is only taken apart into nodes, and never made into
 * objects, so a file cannot name classes to be loaded.
 */
public final class YamlRoot {

  private static final int MAX_QUOTED = 200;

  private YamlRoot() {}

  /**
   * Takes a file apart, or reports why that can't be done.
   *
   * @param noun what the file says, such as {@code model}, for reports
   * @param example a line of such a file, for reports
   * @param prepared what its text becomes before it is taken apart
   */
  public static @Nullable YamlMap of(
      byte[] content, String noun, String example, UnaryOperator<String> prepared, Problems log) {
    try {
      String text =
          prepared.apply(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(noun)
              .setUseMarks(true)
              .setSchema(new CoreSchema())
              .build();
      YamlDepth.check(settings, text);
      Node root = new Compose(settings).composeString(text).orElse(null);
      if (root instanceof MappingNode mapping) {
        return new YamlMap(mapping, "", new YamlSource(noun, text.codePoints().toArray()), log);
      }
      log.add(1, "A %s has keys and values, such as %s".formatted(noun, example));
    } catch (CharacterCodingException e) {
      log.add("It is no text in UTF-8");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      String problem = Excerpt.of(e.getProblem(), MAX_QUOTED);
      log.add(line, "It is no valid YAML: " + problem + hint(e.getProblem()));
    } catch (YamlEngineException e) {
      log.add("It is no valid YAML: " + Excerpt.of(String.valueOf(e.getMessage()), MAX_QUOTED));
    }
    return null;
  }

  private static String hint(String problem) {
    if (problem.startsWith("expected ',' or '}'")) {
      return " (within braces, an expression such as \"beta[category]\" needs quotes)";
    }
    return problem.contains("block end") || problem.contains("mapping values are not allowed")
        ? " (is this line indented like those that it belongs to?)"
        : "";
  }
}
