package io.credence.registry.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credence.registry.log.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is signed: the files of a model with their SHA-256, as a statement of in-toto with the
 * predicate of OpenSSF Model Signing.
 */
final class Statement {

  private static final String TYPE = "https://in-toto.io/Statement/v1";
  private static final String PREDICATE = "https://model_signing/signature/v1.0";
  private static final String SHA256 = "sha256";
  private static final String NAME = "name";
  private static final String DIGEST = "digest";

  static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Statement() {}

  /**
   * Writes one.
   *
   * @param model what the model is called, for people
   * @param files the SHA-256 of each file in hexadecimal, by name
   */
  static byte[] write(String model, SortedMap<String, String> files) {
    ObjectNode root = JSON.createObjectNode().put("_type", TYPE);
    ObjectNode subject = root.putArray("subject").addObject().put(NAME, model);
    subject.putObject(DIGEST).put(SHA256, rootDigest(files));
    root.put("predicateType", PREDICATE);
    ObjectNode predicate = root.putObject("predicate");
    ObjectNode serialization = predicate.putObject("serialization");
    serialization.put("method", "files").put("hash_type", SHA256).put("allow_symlinks", false);
    serialization.putArray("ignore_paths");
    files.forEach(
        (name, hex) ->
            predicate
                .withArray("resources")
                .addObject()
                .put(NAME, name)
                .put("algorithm", SHA256)
                .put(DIGEST, hex));
    try {
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can be written", e);
    }
  }

  /**
   * The SHA-256 of each file in hexadecimal, by name.
   *
   * @throws IOException when it is no such statement; says why
   */
  static SortedMap<String, String> read(byte[] content) throws IOException {
    JsonNode root = JSON.readTree(content);
    require(root.path("_type").asText(), TYPE);
    require(root.path("predicateType").asText(), PREDICATE);
    JsonNode predicate = root.path("predicate");
    require(predicate.at("/serialization/method").asText(), "files");
    SortedMap<String, String> files = new TreeMap<>();
    ByteArrayOutputStream digests = new ByteArrayOutputStream();
    for (JsonNode resource : predicate.path("resources")) {
      require(resource.path("algorithm").asText(), SHA256);
      String hex = resource.path(DIGEST).asText();
      digests.writeBytes(bytes(hex));
      if (files.put(resource.path(NAME).asText(), hex) != null) {
        throw new IOException("names a file twice");
      }
    }
    if (root.path("subject").size() != 1) {
      throw new IOException("is of several subjects");
    }
    // As they stand there, whatever their order.
    require(root.at("/subject/0/digest/sha256").asText(), Sha256.hex(digests.toByteArray()));
    return files;
  }

  private static String rootDigest(Map<String, String> files) {
    ByteArrayOutputStream digests = new ByteArrayOutputStream();
    files.values().forEach(hex -> digests.writeBytes(HexFormat.of().parseHex(hex)));
    return Sha256.hex(digests.toByteArray());
  }

  private static byte[] bytes(String hex) throws IOException {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      throw new IOException("has a digest that is none", e);
    }
  }

  private static void require(String found, String wanted) throws IOException {
    if (!found.equals(wanted)) {
      throw new IOException("has '%s' where '%s' is expected".formatted(found, wanted));
    }
  }

  /** What a signature is made of: type and content, with their lengths, so that nothing moves. */
  static byte[] authenticated(String type, byte[] content) {
    byte[] head =
        "DSSEv1 %s %s %s "
            .formatted(type.getBytes(StandardCharsets.UTF_8).length, type, content.length)
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head);
    all.writeBytes(content);
    return all.toByteArray();
  }
}
