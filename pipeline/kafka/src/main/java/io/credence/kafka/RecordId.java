package io.credence.kafka;

import java.io.Serializable;

/**
 * Which record a message is made from. Its text is the record's id, as {@link
 * HeaderNames#RECORD_ID} has it.
 */
public sealed interface RecordId extends Serializable permits MessageId, RowId, DeadLetterPlace {}
