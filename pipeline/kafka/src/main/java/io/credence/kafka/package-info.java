/** Topics of Kafka: how options name them, how they are checked, read and written. */
@NullMarked
package io.credence.kafka;

import org.jspecify.annotations.NullMarked;
