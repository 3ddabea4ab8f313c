package io.credence.jobs.sink.folder;

import io.credence.jobs.scoring.NumberedSplit;
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

  /**
   * The name of a split's scored rows, such as {@code part-00003-of-00012-1b9d6bcd4f2a.parquet}.
   *
   * @param token of the run, so that no other run has this name
   */
  static String scored(NumberedSplit split, String token) {
    return scored(split.index(), split.of(), token);
  }

  /**
   * The name of a file of results.
   *
   * @param index its position, from 0
   * @param of how many there are
   * @param token of the run, so that no other run has this name
   */
  static String scored(int index, int of, String token) {
    return part(index, of, token) + ".parquet";
  }

  /**
   * The name of its dead letters, such as {@code _part-00003-of-00012-1b9d6bcd4f2a.jsonl}. They
   * usually lie in a folder beneath the scored files, and readers of a whole folder (pandas, Spark)
   * pass files over that begin with an underscore; so they do not mistake dead letters for Parquet.
   */
  static String deadLetters(NumberedSplit split, String token) {
    return "_" + part(split.index(), split.of(), token) + ".jsonl";
  }

  private static String part(int index, int of, String token) {
    return "part-" + fiveDigits(index) + "-of-" + fiveDigits(of) + "-" + token;
  }

  /** Of a number with more, all. A format would take longer than a small file's rows. */
  private static String fiveDigits(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, 5 - digits.length())) + digits;
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
        || Set.of(RunFolders.MANIFEST, RunFolders.FAILURE, RunFolders.CLAIM).contains(name);
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
