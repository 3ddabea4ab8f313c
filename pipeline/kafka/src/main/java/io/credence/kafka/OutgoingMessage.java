package io.credence.kafka;

/**
 * A message to be written.
 *
 * @param topic where to
 * @param message what to write, with the id of the message that it was made from
 */
public record OutgoingMessage(String topic, Message message) {}
