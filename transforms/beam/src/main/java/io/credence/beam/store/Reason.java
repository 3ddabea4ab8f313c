package io.credence.beam.store;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;

/**
 * Asks again why a file can't be had. Stores answer a question about a single file without a word,
 * only with a number: the reason is told to those who list the folder.
 */
final class Reason {

  private static final Pattern WILDCARD = Pattern.compile("[*?\\[].*", Pattern.DOTALL);

  /** No file has it, so nothing but the listing itself is asked for. */
  private static final String NOBODY = "credence-asks-why-?";

  private Reason() {}

  /**
   * The failure that tells most.
   *
   * @param location of a file, or a pattern
   */
  static Exception of(String location, Exception failure) {
    return StoreFailure.isMute(failure) ? listing(location, failure) : failure;
  }

  /** What listing the folder fails with; if it does not, what is known already. */
  static Exception listing(String location, Exception failure) {
    String fixed = WILDCARD.matcher(location).replaceFirst("");
    String folder = fixed.substring(0, fixed.lastIndexOf('/') + 1);
    try {
      FileSystems.match(folder + NOBODY, EmptyMatchTreatment.ALLOW).metadata();
      return failure;
    } catch (IOException | RuntimeException e) {
      return StoreFailure.isDenied(e) && StoreFailure.isMissing(failure) ? failure : e;
    }
  }
}
