package io.credence.jobs.aggregation;

import io.credence.files.NamedChannel;
import io.credence.jobs.sink.folder.RunFolders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Merges runs of one kind until there are so few that all of them can be open at once.
 *
 * @param folders where the merged ones go
 */
record FewRuns(RunFolders folders) {

  /** Fewer files than a process may usually have open, a fourth of it. */
  static final int MOST = 256;

  /** Runs with the same entries. */
  List<Run> of(List<Run> runs) throws IOException {
    List<Run> few = runs;
    while (few.size() > MOST) {
      List<Run> fewer = new ArrayList<>(few.subList(MOST, few.size()));
      fewer.addAll(merged(few.subList(0, MOST)));
      few = fewer;
    }
    return few;
  }

  private List<Run> merged(List<Run> runs) throws IOException {
    NamedChannel file =
        NamedChannel.create(
            folders.temporaryScored(UUID.randomUUID() + "-runs"),
            "application/octet-stream",
            false);
    try (file;
        RunsWriter writer = new RunsWriter(file)) {
      if (runs.get(0).kind() == Run.Kind.KEYS) {
        KeyRuns.merge(runs, place -> place.writeTo(writer.out()));
      } else {
        GroupRuns.merge(runs, (key, sums) -> GroupRuns.write(key, sums, writer));
      }
      writer.end(runs.get(0).kind());
    }
    return Run.of(file.written().location());
  }
}
