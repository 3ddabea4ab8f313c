/**
 * A Kafka broker and other processes on this machine, for as long as they are needed. Start at
 * {@link io.credence.streaming.local.LocalBroker}.
 */
@NullMarked
package io.credence.streaming.local;

import org.jspecify.annotations.NullMarked;
