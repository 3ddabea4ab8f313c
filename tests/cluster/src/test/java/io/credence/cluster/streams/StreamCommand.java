package io.credence.cluster.streams;

import io.credence.cluster.scoring.Request;
import io.credence.kit.flink.FlinkCluster;
import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.kafka.KafkaTopics;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The command that scores a topic of flights into two others.
 *
 * @param input the topic that is read
 * @param output the topic of what is scored
 * @param deadLetters the topic of what can't be
 * @param options besides those that name topics and model
 */
record StreamCommand(
    String bootstrap, String input, String output, String deadLetters, List<String> options) {

  /** What {@code --kafkaProperties} leaves as it is. */
  static final String GROUP = "credence-flights";

  /** The topics are named after the input: NAME, NAME-scored and NAME-dead. */
  static StreamCommand of(KafkaBroker broker, String name) {
    return new StreamCommand(
        broker.bootstrap(), name, name + "-scored", name + "-dead", List.of("--numSamples=50"));
  }

  StreamCommand with(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new StreamCommand(bootstrap, input, output, deadLetters, List.copyOf(all));
  }

  /** The same input, but other topics for what comes out. */
  StreamCommand into(String name) {
    return new StreamCommand(bootstrap, input, name + "-scored", name + "-dead", options);
  }

  StreamCommand on(FlinkCluster cluster, String job) {
    return with(
        "--flinkMaster=" + cluster.address(),
        "--flinkConfDir=" + cluster.conf(),
        "--parallelism=2",
        "--jobName=" + job);
  }

  /** With a file of settings for Kafka's clients, which is written anew. */
  StreamCommand withProperties(Path file, Map<String, String> properties) throws IOException {
    return with("--kafkaProperties=" + write(file, properties));
  }

  /** All that a client needs but the address, which locations of topics have. */
  static Path write(Path file, Map<String, String> clientProperties) throws IOException {
    Map<String, String> others = new HashMap<>(clientProperties);
    others.remove("bootstrap.servers");
    Properties properties = new Properties();
    properties.putAll(others);
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return file;
  }

  /** Makes its topics. */
  StreamCommand create(KafkaTopics topics, int partitions, Map<String, String> config) {
    topics.create(input, partitions, config);
    return createOutputs(topics, partitions, config);
  }

  StreamCommand create(KafkaTopics topics, int partitions) {
    return create(topics, partitions, Map.of());
  }

  StreamCommand createOutputs(KafkaTopics topics, int partitions, Map<String, String> config) {
    topics.create(output, partitions, config);
    topics.create(deadLetters, partitions, config);
    return this;
  }

  /** As options name a topic. */
  String location(String topic) {
    return "kafka://" + bootstrap + "/" + topic;
  }

  String[] arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add("score");
    arguments.add("--model=" + Request.FLIGHTS_MODEL);
    arguments.add("--input=" + location(input));
    arguments.add("--output=" + location(output));
    arguments.add("--deadLetters=" + location(deadLetters));
    arguments.addAll(options);
    return arguments.toArray(String[]::new);
  }
}
