package io.credence.jobs.batch;

import java.util.Set;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.fs.ResourceId;

/** How the files and folders are called that are Credence's own. */
final class OutputNames {

  /** Where the dead letters of a run go that is given up, beneath the folder of others. */
  static final String GIVEN_UP = "_failed";

  /** What the temporary folder of a run begins with. */
  static final String TEMPORARY = ".credence-temp-";

  /** What the file ends with that shows that a run is alive. */
  static final String LOCK = ".lock";

  /** So many hexadecimal digits tell the runs of a folder apart: 48 bits. */
  private static final int TOKEN = 12;

  /** Earlier versions wrote names without the run. */
  private static final Pattern SCORED = Pattern.compile("part-\\d+-of-\\d+(-[0-9a-z]+)?\\.parquet");

  private static final Pattern DEAD = Pattern.compile("_part-\\d+-of-\\d+(-[0-9a-z]+)?\\.jsonl");

  private OutputNames() {}

  /** What the names of the files of a run hold. */
  static String token(String run) {
    String digits = run.replace("-", "");
    return digits.substring(0, Math.min(TOKEN, digits.length()));
  }

  /** Whether a file is of a run. */
  static boolean isOf(String run, ResourceId file) {
    return last(file).contains("-" + token(run) + ".");
  }

  static boolean isScored(String name) {
    return SCORED.matcher(name).matches();
  }

  static boolean isDeadLetters(String name) {
    return DEAD.matcher(name).matches();
  }

  /** Whether a file or folder of this name belongs into the folder of scored files. */
  static boolean isOfOutput(String name) {
    return isScored(name)
        || Set.of(OutputFolders.MANIFEST, OutputFolders.FAILURE, OutputFolders.CLAIM)
            .contains(name);
  }

  /** Whether dead letters are of a run that was given up. */
  static boolean isGivenUp(ResourceId letters) {
    return last(letters.getCurrentDirectory()).equals(GIVEN_UP);
  }

  /** The last part of a location. */
  static String last(ResourceId location) {
    String name = location.toString().replaceFirst("/+$", "");
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
