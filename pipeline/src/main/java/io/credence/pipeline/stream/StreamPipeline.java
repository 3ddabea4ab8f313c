package io.credence.pipeline.stream;

import io.credence.pipeline.kafka.TopicLocation;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.io.kafka.ProducerRecordCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Scores the messages of a topic into another one.
 *
 * <p>Messages are read as bytes: a deserializer that throws would stop the job. Each is decoded,
 * scored and encoded in one step, and leaves for the output or the dead letters.
 */
public final class StreamPipeline extends PTransform<PBegin, PDone> {

  private static final long serialVersionUID = 1;

  private static final ProducerRecordCoder<byte[], byte[]> MESSAGES =
      ProducerRecordCoder.of(
          NullableCoder.of(ByteArrayCoder.of()), NullableCoder.of(ByteArrayCoder.of()));

  private final StreamJob job;

  private StreamPipeline(StreamJob job) {
    this.job = job;
  }

  public static StreamPipeline of(StreamJob job) {
    return new StreamPipeline(job);
  }

  @Override
  public PDone expand(PBegin begin) {
    PCollectionTuple outcome =
        begin
            // Named after the topic: a savepoint of another one does not fit then.
            .apply("Read messages of " + job.input().topic(), read())
            .apply(
                "Score messages",
                ParDo.of(new ScoreMessageFn(job))
                    .withOutputTags(ScoreMessageFn.SCORED, TupleTagList.of(ScoreMessageFn.DEAD)));
    outcome
        .get(ScoreMessageFn.SCORED)
        .setCoder(MESSAGES)
        .apply("Write scored messages", write(job.output()));
    outcome
        .get(ScoreMessageFn.DEAD)
        .setCoder(MESSAGES)
        .apply("Write dead letters", write(job.deadLetters()));
    return PDone.in(begin.getPipeline());
  }

  private KafkaIO.Read<byte[], byte[]> read() {
    return KafkaIO.readBytes()
        .withBootstrapServers(job.input().brokers())
        // Named here, or they would be asked for when the job starts; and if no broker answered
        // then,
        // there would be none, and the stream at its end.
        .withTopicPartitions(partitions())
        .withConsumerConfigUpdates(job.clients().consumer("credence-" + job.model().name()))
        .commitOffsetsInFinalize();
  }

  private List<TopicPartition> partitions() {
    return IntStream.range(0, job.partitions())
        .mapToObj(partition -> new TopicPartition(job.input().topic(), partition))
        .toList();
  }

  private PTransform<PCollection<ProducerRecord<byte[], byte[]>>, PDone> write(TopicLocation to) {
    return KafkaIO.<byte[], byte[]>writeRecords()
        .withBootstrapServers(to.brokers())
        .withTopic(to.topic())
        .withKeySerializer(ByteArraySerializer.class)
        .withValueSerializer(ByteArraySerializer.class)
        .withProducerConfigUpdates(job.clients().producer());
  }
}
