package io.credence.registry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model as it is named by {@code registry:URI/NAME@WHICH}.
 *
 * @param registry the location of the registry: a path or URI
 * @param model the model's name
 * @param which an alias, a version, or {@code sha256:} and the beginning of a digest
 */
public record RegistryLocation(String registry, String model, String which) {

  /** What a location of a registry begins with. */
  private static final String SCHEME = "registry:";

  /** What a digest is named by. */
  static final String SHA256 = "sha256:";

  private static final Pattern FORM = Pattern.compile("registry:(.+)/([^/@]+)@([^/@]+)");

  /** Whether a model is named by a registry, rightly or not. */
  public static boolean isOne(String location) {
    return location.startsWith(SCHEME);
  }

  /** Where the files of a model lie, be it in a registry or not: the location without the word. */
  public static String store(String location) {
    return isOne(location) ? location.substring(SCHEME.length()) : location;
  }

  /**
   * Reads a location.
   *
   * @throws IllegalArgumentException when it has another form; says which is right
   */
  public static RegistryLocation parse(String location) {
    Matcher matcher = FORM.matcher(location);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "is no registry:URI/NAME@alias, registry:URI/NAME@version or"
              + " registry:URI/NAME@sha256:DIGEST");
    }
    String which = matcher.group(3);
    Names.requireModel(matcher.group(2));
    if (which.startsWith(SHA256)) {
      Names.requireDigest(which.substring(SHA256.length()));
    } else {
      Names.requireWhich(which);
    }
    return new RegistryLocation(matcher.group(1), matcher.group(2), which);
  }

  @Override
  public String toString() {
    return SCHEME + registry + "/" + model + "@" + which;
  }
}
