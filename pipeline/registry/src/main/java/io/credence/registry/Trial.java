package io.credence.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.credence.registry.log.Change.ComparedOutput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation says of its model beside another one.
 *
 * @param against the digest of the other one; null when there is none
 * @param outputs what bounds that hold at any look say of each output
 * @param hasLooks whether labels were looked at in their order at all
 */
record Trial(@Nullable String against, List<ComparedOutput> outputs, boolean hasLooks) {

  static Trial of(JsonNode evaluation) {
    List<ComparedOutput> outputs = new ArrayList<>();
    boolean hasLooks = false;
    for (JsonNode output : evaluation.path("outputs")) {
      JsonNode decision = output.path("decision");
      JsonNode looks = decision.path("looks");
      hasLooks |= !looks.isEmpty();
      outputs.add(
          output(
              output.path("name").asText(), decision, looks.path(Math.max(0, looks.size() - 1))));
    }
    return new Trial(evaluation.at("/against/digest").textValue(), outputs, hasLooks);
  }

  private static ComparedOutput output(String name, JsonNode decision, JsonNode last) {
    return new ComparedOutput(
        name,
        decision.path("loss").asText(),
        decision.path("verdict").asText("undecided"),
        last.path("compared").asLong(),
        number(last.path("difference")),
        number(last.path("lower")),
        number(last.path("upper")),
        number(last.path("log_evidence")),
        decision.path("alarmed_after").isIntegralNumber()
            ? decision.path("alarmed_after").asLong()
            : null);
  }

  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : null;
  }
}
