package io.credence.jobs.sink.rolling;

import io.credence.kafka.ClientSettings;
import io.credence.kafka.TopicCheck;
import io.credence.kafka.TopicLocation;
import io.credence.problem.Problems;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits offsets for a consumer group: for those who watch lag, and for jobs that go on with
 * another output.
 */
public record GroupCommits(TopicLocation input, String group, ClientSettings clients)
    implements Commits {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommits.class);

  /**
   * Nothing is lost when it fails, because the group has a member or the brokers are away: the job
   * goes on by what the folder says, and the next window commits what is behind this one, too.
   */
  @Override
  public void written(Map<Integer, Long> next) {
    Problems problems = new Problems();
    new TopicCheck(clients, problems::add).commit("--input", input, group, next);
    if (!problems.isEmpty()) {
      LOG.warn(
          "The files are written, but the offsets of the group {} could not be committed: {}",
          group,
          problems);
    }
  }
}
