package io.credence.streaming.play;

/**
 * A flight, ready to be sent. Its arrays are not to be changed.
 *
 * @param key its id, in UTF-8
 * @param value the flight as a JSON object, in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never handed out to be changed.
public record FlightMessage(byte[] key, byte[] value) {}
