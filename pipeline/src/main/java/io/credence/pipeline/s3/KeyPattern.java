package io.credence.pipeline.s3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystemUtils;

/**
 * Which names of objects match, by wildcards as Beam knows them: {@code *} and {@code ?} stand for
 * no slash, {@code **} for anything.
 */
final class KeyPattern {

  private static final Pattern WILDCARD = Pattern.compile("[*?\\[]");

  /** Where no wildcard can stand for a slash. */
  private static final Pattern WITHIN_ONE_FOLDER =
      Pattern.compile("(?!.*\\*\\*)[^/\\[]*", Pattern.DOTALL);

  private final String prefix;
  private final boolean withinOneFolder;
  private final Pattern keys;

  /**
   * Makes a pattern.
   *
   * @param folder what all names begin with, to the letter
   * @param pattern what follows
   */
  KeyPattern(String folder, String pattern) {
    Matcher wildcard = WILDCARD.matcher(pattern);
    int fixed = wildcard.find() ? wildcard.start() : pattern.length();
    this.prefix = folder + pattern.substring(0, fixed);
    this.withinOneFolder = WITHIN_ONE_FOLDER.matcher(pattern.substring(fixed)).matches();
    this.keys = Pattern.compile(Pattern.quote(folder) + FileSystemUtils.wildcardToRegexp(pattern));
  }

  static boolean isOne(String key) {
    return WILDCARD.matcher(key).find();
  }

  /** What all names begin with that match. */
  String prefix() {
    return prefix;
  }

  /** Whether what lies in folders beneath can't match, and need not be listed. */
  boolean isWithinOneFolder() {
    return withinOneFolder;
  }

  boolean matches(String key) {
    return S3Location.isObject(key) && keys.matcher(key).matches();
  }
}
