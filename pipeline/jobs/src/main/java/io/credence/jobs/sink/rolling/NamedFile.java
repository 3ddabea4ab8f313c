package io.credence.jobs.sink.rolling;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.credence.files.Move;
import io.credence.files.WrittenFile;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * A file of a window that is to get its name, as progress speaks of it: by names within the folders
 * of a stream. Earlier versions wrote paths, which are understood where they lie in these folders.
 * Whatever is no name that a stream gives is refused, so that no file of others is ever moved.
 *
 * @param begun what it is called in the hidden folder
 * @param name what it will be called; dead letters, whose names begin with an underscore, are in a
 *     folder of their own
 * @param bytes its size
 */
record NamedFile(@JsonProperty("from") String begun, @JsonProperty("to") String name, long bytes) {

  private static final Pattern BEGUN = Pattern.compile("[0-9A-Za-z-]+\\.begun");
  private static final Pattern SCORED = Pattern.compile("part-[0-9A-Za-z-]+\\.parquet");
  private static final Pattern LETTERS = Pattern.compile("_part-[0-9A-Za-z-]+\\.jsonl");

  static NamedFile of(WrittenFile file, ResourceId target) {
    return new NamedFile(last(file.location()), last(target.toString()), file.bytes());
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * The move that gives it its name.
   *
   * @throws IllegalArgumentException when it is not one within these folders
   */
  Move in(RollingFolders folders) {
    boolean letters = last(name).startsWith("_");
    ResourceId from =
        letters
            ? folders.temporaryDeadLetter(within(folders.ownOfDeadLetters(), begun, BEGUN))
            : folders.temporaryScored(within(folders.own(), begun, BEGUN));
    ResourceId to =
        letters
            ? folders.deadLetter(within(folders.ofDeadLetters(), name, LETTERS))
            : folders.scored(within(folders.ofScored(), name, SCORED));
    return new Move(from.toString(), to.toString(), bytes);
  }

  private static String within(ResourceId folder, String path, Pattern form) {
    String start = folder.toString();
    String name = path.startsWith(start) ? path.substring(start.length()) : path;
    if (!form.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "it names '%s', which is no file of this stream in %s".formatted(path, start));
    }
    return name;
  }
}
