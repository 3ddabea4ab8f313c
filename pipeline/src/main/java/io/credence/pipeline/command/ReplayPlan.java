package io.credence.pipeline.command;

import io.credence.pipeline.kafka.TopicLocation;
import io.credence.pipeline.replay.DeadLetterFiles;
import io.credence.pipeline.replay.FileReplay;
import io.credence.pipeline.replay.Notes;
import io.credence.pipeline.replay.ReplayTally;
import io.credence.pipeline.replay.ReplayTo;
import io.credence.pipeline.replay.TopicReplay;
import java.io.IOException;

/** A replay, checked and ready to run. */
sealed interface ReplayPlan {

  /**
   * Runs it.
   *
   * @param notes receives a line for each thing that is worth knowing
   */
  ReplayTally run(Notes notes) throws IOException;

  /** What becomes of a replay that did not come to its end. */
  String afterFailure();

  /** Of the dead letters of a stream. */
  record OfTopic(TopicLocation deadLetters, boolean fromEarliest, ReplayTo to)
      implements ReplayPlan {

    @Override
    public ReplayTally run(Notes notes) throws IOException {
      return TopicReplay.run(deadLetters, fromEarliest, to, notes);
    }

    @Override
    public String afterFailure() {
      return "What was committed before stays; the next replay goes on from there";
    }
  }

  /** Of the dead letters of a batch. */
  record OfFiles(DeadLetterFiles files, ReplayTo to) implements ReplayPlan {

    @Override
    public ReplayTally run(Notes notes) throws IOException {
      return FileReplay.run(files, to);
    }

    @Override
    public String afterFailure() {
      return "What was sent before is not taken back; the next replay sends it again";
    }
  }
}
