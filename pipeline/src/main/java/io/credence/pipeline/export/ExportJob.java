package io.credence.pipeline.export;

import io.credence.beam.ModelRef;
import io.credence.pipeline.kafka.ClientSettings;
import io.credence.pipeline.kafka.TopicLocation;
import io.credence.score.ScoreSpec;
import java.io.Serializable;

/**
 * Files to be scored into a topic, checked and ready to run.
 *
 * @param model what scores
 * @param spec how
 * @param output where rows go with their scores
 * @param maxMessageBytes the largest message that the output takes
 * @param deadLetters where rows go that can't be scored
 * @param clients the settings of Kafka's clients
 */
public record ExportJob(
    ModelRef model,
    ScoreSpec spec,
    TopicLocation output,
    int maxMessageBytes,
    TopicLocation deadLetters,
    ClientSettings clients)
    implements Serializable {}
