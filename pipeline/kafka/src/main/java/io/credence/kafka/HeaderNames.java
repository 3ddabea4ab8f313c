package io.credence.kafka;

/** The headers that are put behind those of a message. Their names are part of what is promised. */
public final class HeaderNames {

  /** What all of them begin with. */
  public static final String PREFIX = "credence.";

  /** Topic, partition and offset of the message that was read; the first one that is added. */
  public static final String RECORD_ID = PREFIX + "record_id";

  public static final String MODEL_NAME = PREFIX + "model_name";
  public static final String MODEL_VERSION = PREFIX + "model_version";
  public static final String MODEL_DIGEST = PREFIX + "model_digest";

  /** Why a message could not be scored. */
  public static final String DEAD_LETTER_CODE = PREFIX + "dead_letter.code";

  public static final String DEAD_LETTER_MESSAGE = PREFIX + "dead_letter.message";
  public static final String DEAD_LETTER_FEATURE = PREFIX + "dead_letter.feature";

  /** The file, and the row from 0, of a record that could not be scored. */
  public static final String DEAD_LETTER_FILE = PREFIX + "dead_letter.file";

  public static final String DEAD_LETTER_ROW = PREFIX + "dead_letter.row";

  /** Where a message was read that could not be scored. */
  public static final String DEAD_LETTER_TOPIC = PREFIX + "dead_letter.topic";

  public static final String DEAD_LETTER_PARTITION = PREFIX + "dead_letter.partition";
  public static final String DEAD_LETTER_OFFSET = PREFIX + "dead_letter.offset";
  public static final String DEAD_LETTER_TIMESTAMP = PREFIX + "dead_letter.timestamp";

  /** The record id of the message of which this one is sent again. */
  public static final String REPLAY_OF = PREFIX + "replay_of";

  private HeaderNames() {}
}
