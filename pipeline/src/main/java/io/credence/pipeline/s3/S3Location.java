package io.credence.pipeline.s3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an object is, or a pattern of objects.
 *
 * @param bucket the bucket
 * @param key the object's name in the bucket; empty when none is given
 */
record S3Location(String bucket, String key) {

  static final String SCHEME = "s3";
  static final String PREFIX = SCHEME + "://";

  private static final Pattern FORM = Pattern.compile("s3://([^/]+)(?:/(.*))?", Pattern.DOTALL);

  /** What Beam takes for the begin of a pattern. */
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[]");

  private static final Pattern WITHIN_ONE = Pattern.compile("(?!.*\\*\\*)[^/\\[]*", Pattern.DOTALL);

  static S3Location of(String location) {
    Matcher parts = FORM.matcher(location);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + location + "' must be s3://BUCKET/KEY");
    }
    return new S3Location(parts.group(1), parts.group(2) == null ? "" : parts.group(2));
  }

  boolean isPattern() {
    return WILDCARD.matcher(key).find();
  }

  /** What all objects begin with that match. */
  String fixedPart() {
    Matcher wildcard = WILDCARD.matcher(key);
    return wildcard.find() ? key.substring(0, wildcard.start()) : key;
  }

  /** Whether no wildcard can stand for a slash, so that what lies deeper need not be listed. */
  boolean isWithinOneFolder() {
    return WITHIN_ONE.matcher(key.substring(fixedPart().length())).matches();
  }

  /** Whether an object can have this name: what ends with a slash stands for a folder. */
  static boolean isObject(String key) {
    return !key.isEmpty() && !key.endsWith("/");
  }

  S3Location withKey(String other) {
    return new S3Location(bucket, other);
  }

  @Override
  public String toString() {
    return PREFIX + bucket + "/" + key;
  }
}
