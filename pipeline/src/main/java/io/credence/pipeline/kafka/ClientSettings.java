package io.credence.pipeline.kafka;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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

  private static final List<String> OURS =
      List.of(
          CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
          ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
          ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
          ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
          ProducerConfig.ACKS_CONFIG,
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
          ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
          ProducerConfig.TRANSACTIONAL_ID_CONFIG,
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);

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

  /** Those that are not for the user to set, because messages would go elsewhere, or get lost. */
  public List<String> refused() {
    return OURS.stream().filter(given::containsKey).toList();
  }

  /** For clients of any kind. */
  public Map<String, Object> common(TopicLocation topic) {
    Map<String, Object> settings = new HashMap<>(given);
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, topic.brokers());
    return settings;
  }

  /** For reading: the offsets of what is done are committed by Beam, and by nobody else. */
  public Map<String, Object> consumer(String usualGroup) {
    Map<String, Object> settings = new HashMap<>(given);
    settings.putIfAbsent(ConsumerConfig.GROUP_ID_CONFIG, usualGroup);
    settings.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return settings;
  }

  /** For writing: a message counts as written when all replicas have it, and once. */
  public Map<String, Object> producer() {
    Map<String, Object> settings = new HashMap<>(given);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return settings;
  }

  /** For a registry of schemas: what Confluent's clients have for one. */
  public Map<String, Object> registry() {
    Map<String, Object> settings = new HashMap<>(given);
    settings.keySet().removeIf(name -> !name.contains("basic.auth."));
    return settings;
  }

  /** The names alone: values may be secrets. */
  @Override
  public String toString() {
    return given.keySet().toString();
  }
}
