package io.credence.registry;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names that models, versions and aliases may have, which become names of files. */
final class Names {

  /** As model.yaml has it. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,127}");

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{8,64}");

  /** Of tools that have it, some mean the newest version, others the last that was registered. */
  private static final String RESERVED = "latest";

  /** What file systems keep at a mount point, readable by few. */
  private static final String LOST_AND_FOUND = "lost+found";

  private Names() {}

  static boolean isModel(String name) {
    return NAME.matcher(name).matches() && !name.equals(LOST_AND_FOUND);
  }

  static String requireModel(String name) {
    if (name.equals(LOST_AND_FOUND)) {
      throw new IllegalArgumentException(
          "'%s' can't be the name of a model: file systems have a folder of this name"
              .formatted(name));
    }
    return require("model", name);
  }

  static String requireVersion(String version) {
    return require("version", notReserved("version", version));
  }

  static String requireAlias(String alias) {
    return require("alias", notReserved("alias", alias));
  }

  /** An alias or a version. */
  static String requireWhich(String which) {
    return require("alias or version", notReserved("alias", which));
  }

  static String requireDigest(String hex) {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a digest: 8 to 64 of the digits 0 to 9 and a to f".formatted(hex));
    }
    return hex;
  }

  private static String notReserved(String what, String name) {
    if (name.toLowerCase(Locale.ROOT).equals(RESERVED)) {
      throw new IllegalArgumentException(
          "'%s' can't be the name of %s %s: say the version, or an alias such as champion"
              .formatted(name, what.equals("alias") ? "an" : "a", what));
    }
    return name;
  }

  private static String require(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          ("'%s' can't be the name of %s %s: letters, digits and . _ + -, at most 128, beginning"
                  + " with a letter or digit")
              .formatted(name, what.startsWith("a") ? "an" : "a", what));
    }
    return name;
  }
}
