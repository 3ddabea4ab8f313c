/**
 * A Kafka broker on this machine, its topics and their records. Start at {@link
 * io.credence.kit.kafka.KafkaBroker}.
 */
@NullMarked
package io.credence.kit.kafka;

import org.jspecify.annotations.NullMarked;
