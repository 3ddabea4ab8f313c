package io.credence.registry.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * A bundle of Sigstore with an envelope of DSSE, as the key method of OpenSSF Model Signing has it.
 */
final class Bundle {

  /** The type of what is signed. */
  static final String STATEMENT = "application/vnd.in-toto+json";

  private static final String TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
  private static final String MEDIA_TYPE = "mediaType";
  private static final String PAYLOAD_TYPE = "payloadType";

  private final byte[] statement;
  private final byte[] signature;

  private Bundle(byte[] statement, byte[] signature) {
    this.statement = statement;
    this.signature = signature;
  }

  /** What is signed. */
  byte[] statement() {
    return statement;
  }

  byte[] signature() {
    return signature;
  }

  /**
   * Writes one.
   *
   * @param hint of the key
   */
  static byte[] write(String hint, byte[] statement, byte[] signature) {
    ObjectNode root = Statement.JSON.createObjectNode().put(MEDIA_TYPE, TYPE);
    ObjectNode material = root.putObject("verificationMaterial");
    material.putObject("publicKey").put("hint", hint);
    material.putArray("tlogEntries");
    ObjectNode envelope = root.putObject("dsseEnvelope");
    envelope.put("payload", statement).put(PAYLOAD_TYPE, STATEMENT);
    envelope.putArray("signatures").addObject().put("sig", signature).put("keyid", "");
    try {
      return Statement.JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can be written", e);
    }
  }

  /**
   * Reads one.
   *
   * @throws IOException when it is none; says why
   */
  static Bundle read(byte[] content) throws IOException {
    JsonNode root = Statement.JSON.readTree(content);
    JsonNode envelope = root.path("dsseEnvelope");
    if (!root.path(MEDIA_TYPE).asText().equals(TYPE)
        || !envelope.path(PAYLOAD_TYPE).asText().equals(STATEMENT)
        || envelope.path("signatures").size() != 1) {
      throw new IOException("is no signature of OpenSSF Model Signing by a key");
    }
    byte[] statement = envelope.path("payload").binaryValue();
    byte[] signature = envelope.at("/signatures/0/sig").binaryValue();
    if (statement == null || signature == null) {
      throw new IOException("has no statement, or no signature");
    }
    return new Bundle(statement, signature);
  }
}
