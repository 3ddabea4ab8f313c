package io.credence.cli.options;

import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** The options of every command that reads or writes topics. */
public interface KafkaOptions extends PipelineOptions {

  @Description(
      "A file of properties for Kafka's clients, such as security.protocol and sasl.jaas.config,"
          + " and for a registry of schemas, such as basic.auth.user.info."
          + " What it holds is never printed.")
  @Explained(
      order = 40,
      byDefault = "none",
      range = "a local file of Java properties",
      example = "--kafkaProperties=client.properties")
  @Nullable String getKafkaProperties();

  void setKafkaProperties(@Nullable String file);
}
