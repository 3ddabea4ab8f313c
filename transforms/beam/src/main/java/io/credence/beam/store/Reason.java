package io.credence.beam.store;

import java.io.IOException;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Asks again why a file can't be had. Stores answer a question about a single file without a word,
 * only with a number: the reason is told to those who list the folder.
 */
final class Reason {

  /** No file has it, so nothing but the listing itself is asked for. */
  private static final String NOBODY = "credence-asks-why-?";

  private Reason() {}

  /** The failure that tells most. */
  static Throwable of(ResourceId file, Exception failure) {
    if (!StoreFailure.isMute(failure)) {
      return failure;
    }
    String folder = file.getCurrentDirectory().toString();
    try {
      FileSystems.match(folder + NOBODY, EmptyMatchTreatment.ALLOW).metadata();
      return failure;
    } catch (IOException | RuntimeException e) {
      return StoreFailure.isDenied(e) && StoreFailure.isMissing(failure) ? failure : e;
    }
  }
}
