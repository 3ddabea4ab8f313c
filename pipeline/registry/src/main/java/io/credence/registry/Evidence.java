package io.credence.registry;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credence.registry.log.Change.EvaluationEntry;
import io.credence.registry.log.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What speaks for a version: an evaluation of its model, as {@code credence evaluate} writes it.
 */
public final class Evidence {

  /** The name of an evaluation's document in its folder. */
  public static final String FILE = "evaluation.json";

  /** More than an evaluation of many outputs has. */
  public static final int MAX_BYTES = 1 << 24;

  private static final int FORMAT = 1;
  private static final String INSUFFICIENT = "insufficient";
  private static final String MISCALIBRATED = "miscalibrated";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final byte[] document;
  private final String digest;
  private final String verdict;
  private final boolean passed;
  private final boolean insufficient;
  private final int gates;
  private final List<String> unexcused;
  private final List<String> unmet;
  private final List<String> faults;
  private final Trial trial;

  private Evidence(byte[] document, JsonNode root) {
    this.document = document;
    this.digest = root.path("model").path("digest").asText();
    this.verdict = root.path("verdict").asText();
    this.passed = root.path("passed").asBoolean();
    this.insufficient = verdict.equals(INSUFFICIENT) || anyInsufficient(root.path("outputs"));
    this.gates = root.path("gates").size();
    this.unexcused = unexcused(root);
    this.unmet = unmet(root.path("gates"));
    this.faults = RecordFault.of(root.path("records"));
    this.trial = Trial.of(root);
  }

  /**
   * Reads an evaluation.
   *
   * @param document the bytes of its evaluation.json
   * @throws IOException when it is none; says why
   */
  public static Evidence read(byte[] document) throws IOException {
    JsonNode root = JSON.readTree(document);
    if (root.path("format_version").asInt() != FORMAT) {
      throw new IOException("is no evaluation of format_version " + FORMAT);
    }
    return new Evidence(document.clone(), root);
  }

  /** The verdict is that of the worst output, which too few labels of another don't make. */
  private static boolean anyInsufficient(JsonNode outputs) {
    for (JsonNode output : outputs) {
      if (output.path("verdict").asText().equals(INSUFFICIENT)) {
        return true;
      }
    }
    return false;
  }

  /** The outputs that are not calibrated, and of which no gate says how far off they may be. */
  private static List<String> unexcused(JsonNode root) {
    Set<String> gated = new HashSet<>();
    root.path("gates").forEach(gate -> gated.add(gate.path("output").asText()));
    List<String> unexcused = new ArrayList<>();
    for (JsonNode output : root.path("outputs")) {
      String name = output.path("name").asText();
      if (output.path("verdict").asText().equals(MISCALIBRATED) && !gated.contains(name)) {
        unexcused.add(name);
      }
    }
    return unexcused;
  }

  private static List<String> unmet(JsonNode gates) {
    List<String> unmet = new ArrayList<>();
    for (JsonNode gate : gates) {
      if (!gate.path("met").asBoolean()) {
        unmet.add(
            "%s of %s is %s"
                .formatted(
                    gate.path("figure").asText(), gate.path("output").asText(), gate.get("value")));
      }
    }
    return unmet;
  }

  /** Why it does not speak for a model; empty when it does. */
  List<String> against(String wanted) {
    if (!digest.equals(wanted)) {
      return List.of("it is of a model with digest %s".formatted(digest));
    }
    if (!unmet.isEmpty()) {
      return unmet;
    }
    if (insufficient) {
      return List.of("it has too few labels to tell");
    }
    if (!unexcused.isEmpty()) {
      return List.of(
          "%s %s not calibrated, and model.yaml states no gates for %s"
              .formatted(
                  String.join(", ", unexcused),
                  unexcused.size() == 1 ? "is" : "are",
                  unexcused.size() == 1 ? "it" : "them"));
    }
    if (passed) {
      return List.of();
    }
    return faults.isEmpty() ? List.of("it has passed = false, and does not say why") : faults;
  }

  /** The digest of its model. */
  String digest() {
    return digest;
  }

  /** What it says of its model beside another one. */
  Trial trial() {
    return trial;
  }

  byte[] document() {
    return document;
  }

  String file() {
    return "evaluations/" + Sha256.hex(document) + ".json";
  }

  EvaluationEntry entry() {
    return new EvaluationEntry(file(), Sha256.hex(document), verdict, gates);
  }
}
