package io.credence.fuzzing;

import io.credence.jobs.replay.DeadLetterFiles;
import io.credence.problem.Problems;
import java.io.IOException;

/** Files of dead letters, as a replay checks them. */
final class LettersDoor implements Door {

  private final ScratchFile file;

  LettersDoor() throws IOException {
    file = new ScratchFile(".jsonl");
  }

  @Override
  public String enter(byte[] bytes) throws IOException {
    String name = file.holding(bytes);
    Problems problems = DeadLetterFiles.at(name).problems();
    for (String problem : problems) {
      if (problem.length() > 1_000) {
        throw new AssertionError("a problem of " + problem.length() + " characters");
      }
    }
    return problems.isEmpty() ? "sound" : problems.toString().replace(name, "FILE");
  }
}
