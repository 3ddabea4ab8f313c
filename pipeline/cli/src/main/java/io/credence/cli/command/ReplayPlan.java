package io.credence.cli.command;

import io.credence.jobs.replay.DeadLetterFiles;
import io.credence.jobs.replay.FileReplay;
import io.credence.jobs.replay.Notes;
import io.credence.jobs.replay.ReplayTally;
import io.credence.jobs.replay.ReplayTo;
import io.credence.jobs.replay.TopicReplay;
import io.credence.kafka.TopicLocation;
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
