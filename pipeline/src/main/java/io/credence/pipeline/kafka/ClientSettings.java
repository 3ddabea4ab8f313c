package io.credence.pipeline.kafka;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/** The settings of Kafka's clients that a user gave, which may hold secrets. */
public final class ClientSettings implements Serializable {

  private static final long serialVersionUID = 1;

  private final TreeMap<String, String> given;

  private ClientSettings(Map<String, String> given) {
    this.given = new TreeMap<>(given);
  }

  /**
   * Reads a file of client properties.
   *
   * @param file null for none
   * @throws IOException when it can't be read
   */
  public static ClientSettings read(@Nullable Path file) throws IOException {
    Properties properties = new Properties();
    if (file != null) {
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(in);
      }
    }
    Map<String, String> given = new TreeMap<>();
    properties.stringPropertyNames().forEach(name -> given.put(name, properties.getProperty(name)));
    return new ClientSettings(given);
  }

  /** For clients of any kind. */
  Map<String, Object> common(TopicLocation topic) {
    Map<String, Object> settings = new HashMap<>(given);
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, topic.brokers());
    return settings;
  }

  /** For reading: the offsets of what is done are committed by Beam, and by nobody else. */
  Map<String, Object> consumer(String usualGroup) {
    Map<String, Object> settings = new HashMap<>(given);
    settings.putIfAbsent(ConsumerConfig.GROUP_ID_CONFIG, usualGroup);
    settings.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return settings;
  }

  /** For writing: a message counts as written when all replicas have it, and once. */
  Map<String, Object> producer() {
    Map<String, Object> settings = new HashMap<>(given);
    settings.putIfAbsent(ProducerConfig.ACKS_CONFIG, "all");
    settings.putIfAbsent(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return settings;
  }

  /** The names alone: values may be secrets. */
  @Override
  public String toString() {
    return given.keySet().toString();
  }
}
