package io.credence.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.server.http.Doorkeeper;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who has a key. Of the keys, only their SHA-256 are known, and comparing takes equally
 * long whichever of them it is, or none.
 */
public final class ApiKeys implements Doorkeeper {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})(\\s.*)?");
  private static final String BEARER = "Bearer ";

  private final List<byte[]> hashes;

  private ApiKeys(List<byte[]> hashes) {
    this.hashes = hashes;
  }

  /**
   * Reads a file with the hash of a key in each line, in 64 hexadecimal digits, and behind it what
   * helps to tell them apart; lines that are empty or begin with # are passed over.
   *
   * @throws IllegalArgumentException when it has another line, or no key
   * @throws IOException when it can't be read
   */
  public static ApiKeys of(Path file) throws IOException {
    List<byte[]> hashes = new ArrayList<>();
    List<String> lines = Files.readAllLines(file, UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (!LINE.matcher(line).matches()) {
        // It is not quoted: it may be the key itself.
        throw new IllegalArgumentException(
            "line %s must be the SHA-256 of a key, 64 hexadecimal digits in lower case, as printf %%s KEY | sha256sum prints it"
                .formatted(i + 1));
      }
      byte[] hash = HexFormat.of().parseHex(line.substring(0, 64));
      if (Arrays.equals(hash, sha256(""))) {
        throw new IllegalArgumentException(
            "line %s is the SHA-256 of an empty key".formatted(i + 1));
      }
      hashes.add(hash);
    }
    if (hashes.isEmpty()) {
      throw new IllegalArgumentException("has no key, so no client could ask");
    }
    return new ApiKeys(hashes);
  }

  @Override
  public void letIn(@Nullable String authorization, @Nullable String key) throws Refusal {
    String given = key;
    if (given == null
        && authorization != null
        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      given = authorization.substring(BEARER.length()).strip();
    }
    if (given == null) {
      throw Refusal.of(
          Code.UNAUTHORIZED,
          "A key is needed: send it as Authorization: Bearer KEY, or as X-API-Key: KEY");
    }
    byte[] hash = sha256(given);
    boolean known = false;
    for (byte[] each : hashes) {
      known |= MessageDigest.isEqual(each, hash);
    }
    if (!known) {
      throw Refusal.of(Code.UNAUTHORIZED, "The key is not known");
    }
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
