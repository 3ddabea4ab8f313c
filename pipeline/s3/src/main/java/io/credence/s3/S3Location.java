package io.credence.s3;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an object is.
 *
 * @param bucket the bucket
 * @param key the object's name in the bucket; empty when none is given
 */
record S3Location(String bucket, String key) {

  static final String SCHEME = "s3";

  private static final Pattern FORM = Pattern.compile("(?is)s3://([^/]+)(?:/(?!/)(.*))?");

  /** Whether a location is one of S3. */
  static boolean isMeant(String location) {
    String prefix = SCHEME + "://";
    return location.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  /**
   * Takes a location apart.
   *
   * @throws IllegalArgumentException when it is no location of S3; also of a name that begins with
   *     a slash, which Beam takes for another one
   */
  static S3Location of(String location) {
    Matcher parts = FORM.matcher(location);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + location + "' must be s3://BUCKET/KEY, and no key begins with a slash");
    }
    return new S3Location(parts.group(1), parts.group(2) == null ? "" : parts.group(2));
  }

  /** What is wrong with the form of a location, if anything is. */
  static Optional<String> problem(String location) {
    try {
      of(location);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /** Whether an object can have this name: what ends with a slash stands for a folder. */
  static boolean isObject(String key) {
    return !key.isEmpty() && !key.endsWith("/") && !key.startsWith("/");
  }

  S3Location withKey(String other) {
    return new S3Location(bucket, other);
  }

  @Override
  public String toString() {
    return SCHEME + "://" + bucket + "/" + key;
  }
}
