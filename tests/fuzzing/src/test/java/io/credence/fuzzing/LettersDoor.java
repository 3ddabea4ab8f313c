package io.credence.fuzzing;

import io.credence.pipeline.replay.DeadLetterFiles;
import java.io.IOException;

/** Files of dead letters, as a replay checks them. */
final class LettersDoor implements Door {

  private final ScratchFile file;

  LettersDoor() throws IOException {
    file = new ScratchFile(".jsonl");
  }

  @Override
  public void enter(byte[] bytes) throws IOException {
    for (String problem : DeadLetterFiles.at(file.holding(bytes)).problems()) {
      if (problem.length() > 1_000) {
        throw new AssertionError("a problem of " + problem.length() + " characters");
      }
    }
  }
}
