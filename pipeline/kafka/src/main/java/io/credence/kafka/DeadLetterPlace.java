package io.credence.kafka;

/**
 * A dead letter that is sent again.
 *
 * @param text where it lies, such as {@code flights-dead/3/1289} or {@code rejected/a.jsonl#3}
 */
public record DeadLetterPlace(String text) implements RecordId {

  @Override
  public String toString() {
    return text;
  }
}
