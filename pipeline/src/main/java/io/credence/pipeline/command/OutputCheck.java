package io.credence.pipeline.command;

import io.credence.pipeline.batch.OutputFolders;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Checks that results can be written, and that nothing of somebody else's would be lost or mixed.
 */
final class OutputCheck {

  private final List<String> problems;

  OutputCheck(List<String> problems) {
    this.problems = problems;
  }

  void check(OutputFolders folders, boolean overwrite) {
    OutputFolders.Contents contents;
    try {
      contents = folders.contents();
      folders.probe();
    } catch (IOException e) {
      problems.add(
          "--output=%s: can't be written to: %s".formatted(folders.output(), Failures.line(e)));
      return;
    }
    if (!contents.foreign().isEmpty()) {
      problems.add(
          "--output=%s: holds files that Credence did not write, such as %s; choose an empty folder"
              .formatted(folders.output(), contents.foreign().get(0)));
    }
    if (!contents.own().isEmpty() && !overwrite) {
      ResourceId example = contents.own().get(0);
      problems.add(
          "--output=%s: already holds results, such as %s; --overwrite replaces them"
              .formatted(folders.output(), example.getFilename()));
    }
  }
}
