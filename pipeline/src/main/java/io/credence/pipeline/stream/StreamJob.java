package io.credence.pipeline.stream;

import io.credence.beam.ModelRef;
import io.credence.pipeline.kafka.ClientSettings;
import io.credence.pipeline.kafka.TopicLocation;
import io.credence.pipeline.message.MessageFormat;
import io.credence.score.ScoreSpec;
import java.io.Serializable;

/**
 * A stream to be scored, checked and ready to run.
 *
 * @param model what scores
 * @param spec how
 * @param input where messages come from
 * @param partitions how many partitions that topic has
 * @param output where they go with their scores
 * @param deadLetters where those go that can't be scored
 * @param format how messages are read and written
 * @param clients the settings of Kafka's clients
 */
public record StreamJob(
    ModelRef model,
    ScoreSpec spec,
    TopicLocation input,
    int partitions,
    TopicLocation output,
    TopicLocation deadLetters,
    MessageFormat format,
    ClientSettings clients)
    implements Serializable {}
