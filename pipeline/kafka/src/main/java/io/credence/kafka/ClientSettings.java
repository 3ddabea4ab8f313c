package io.credence.kafka;

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
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/**
 * The settings of Kafka's clients that a user gave in a file. They may hold secrets, so it is the
 * file's name that travels with a job, and each machine reads its own copy when it makes a client.
 */
public final class ClientSettings implements Serializable {

  private static final long serialVersionUID = 1;

  private static final List<String> OURS =
      List.of(
          CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
          ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
          ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
          ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
          ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
          ProducerConfig.ACKS_CONFIG,
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
          ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
          ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
          ProducerConfig.PARTITIONER_CLASS_CONFIG,
          ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG,
          ProducerConfig.TRANSACTIONAL_ID_CONFIG,
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);

  private static final String NEW_PARTITIONS_MILLIS = "2000";
  private static final String READ_COMMITTED = "read_committed";
  private static final String LATEST = "latest";

  /** Whether a message is too large is for the brokers to say, which know each topic's limit. */
  private static final String LARGEST_MESSAGE = Integer.toString(64 << 20);

  /** Kafka's 64 KiB are soon full, and a full buffer can stop a connection for 200 ms. */
  private static final String AS_THE_SYSTEM_DOES = "-1";

  /** With one request at a time under way, those are larger. */
  private static final String BATCH_BYTES = Integer.toString(256 << 10);

  private final @Nullable String file;

  /**
   * The settings in a file of Java properties.
   *
   * @param file null for none
   */
  public ClientSettings(@Nullable String file) {
    this.file = file;
  }

  /**
   * Those in the file that are not for the user to set, because messages would go elsewhere, or get
   * lost.
   *
   * @throws IOException when the file can't be read
   * @throws IllegalArgumentException when it is no file of properties, or names a login that can't
   *     be read
   */
  public List<String> refused() throws IOException {
    Map<String, Object> given = read();
    return OURS.stream().filter(given::containsKey).toList();
  }

  /** The consumer group: what the file says, or the usual one. */
  public String group(String usual) {
    return String.valueOf(load().getOrDefault(ConsumerConfig.GROUP_ID_CONFIG, usual));
  }

  /** Whether the file asks for the newest messages where a group has no offsets yet. */
  boolean beginsWithLatest() {
    return LATEST.equals(load().get(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG));
  }

  /** The largest message that is sent, in bytes. */
  int largestMessage() {
    Map<String, Object> settings = producer("");
    return Math.min(
        bytes(settings, ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        bytes(settings, ProducerConfig.BUFFER_MEMORY_CONFIG));
  }

  private static int bytes(Map<String, Object> settings, String name) {
    try {
      return (int)
          Math.min(Integer.MAX_VALUE, Long.parseLong(String.valueOf(settings.get(name)).trim()));
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE; // The client says what is wrong with it.
    }
  }

  /** How brokers are spoken to. */
  String protocol() {
    return String.valueOf(
        load()
            .getOrDefault(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL));
  }

  /** For clients of any kind. */
  public Map<String, Object> common(String brokers) {
    Map<String, Object> settings = load();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
    settings.putIfAbsent(CommonClientConfigs.RECEIVE_BUFFER_CONFIG, AS_THE_SYSTEM_DOES);
    settings.putIfAbsent(CommonClientConfigs.SEND_BUFFER_CONFIG, AS_THE_SYSTEM_DOES);
    return settings;
  }

  /**
   * For reading: positions are the reader's own to choose and to commit.
   *
   * <p>Where the file says nothing of it, a position that is gone is an error and no reason to
   * leave messages out, and messages of transactions that were given up are not read.
   */
  public Map<String, Object> consumer(String brokers, String group) {
    Map<String, Object> settings = common(brokers);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, READ_COMMITTED);
    settings.putIfAbsent(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, NEW_PARTITIONS_MILLIS);
    return settings;
  }

  /**
   * For writing: a message counts as written when all replicas have it, and once; and none is
   * written before one that was sent earlier, even when that is refused and sent again.
   */
  public Map<String, Object> producer(String brokers) {
    Map<String, Object> settings = common(brokers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_MESSAGE);
    settings.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, LARGEST_MESSAGE);
    return settings;
  }

  /** For a registry of schemas: the user and the password, as Confluent's clients name them. */
  public Map<String, Object> registry() {
    Map<String, Object> settings = load();
    settings.keySet().removeIf(name -> !name.contains("basic.auth."));
    return settings;
  }

  private Map<String, Object> load() {
    try {
      return read();
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "--kafkaProperties=%s: can't be read on this machine: %s".formatted(file, e), e);
    }
  }

  private Map<String, Object> read() throws IOException {
    Properties properties = new Properties();
    if (file != null) {
      try (Reader in = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
        properties.load(in);
      }
    }
    Map<String, Object> settings = new HashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> settings.put(name, properties.getProperty(name)));
    LoginSetting.requireReadable(settings);
    return settings;
  }

  /** The name of the file alone: what is in it may be secret. */
  @Override
  public String toString() {
    return String.valueOf(file);
  }
}
