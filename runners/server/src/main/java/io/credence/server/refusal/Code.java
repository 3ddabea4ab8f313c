package io.credence.server.refusal;

/**
 * Why a request was refused, beside the codes of dead letters, with which a record is refused. The
 * names are part of the contract.
 */
public enum Code {
  /** The body is no JSON, or no JSON that can be read in one way only. */
  INVALID_JSON(400),
  /** The first line or the headers of the request are not HTTP. */
  BAD_REQUEST(400),
  /** There is no API key, or one that is not known. */
  UNAUTHORIZED(401),
  /** There is nothing at this path. */
  NOT_FOUND(404),
  /** There is no such model, or not in this version. */
  UNKNOWN_MODEL(404),
  /** What is at this path is asked in another way. */
  METHOD_NOT_ALLOWED(405),
  /** The body came too slowly. */
  TIMEOUT(408),
  /** The body is longer than allowed. */
  BODY_TOO_LARGE(413),
  /** The body is no JSON in UTF-8, by its own account. */
  UNSUPPORTED_MEDIA_TYPE(415),
  /** A field of the request lacks, or has a wrong value. */
  WRONG_FIELD(422),
  /** The model predicts something else than what was asked for. */
  WRONG_OUTPUT(422),
  /** More was asked for than an answer may hold. */
  ANSWER_TOO_LARGE(422),
  /** The request alone would hold more memory than there is for all. */
  REQUEST_TOO_LARGE(413),
  /** The head of the request is too long. */
  HEAD_TOO_LARGE(431),
  /** Too many requests are at work. */
  TOO_MANY_REQUESTS(429),
  /** A fault of the server. */
  INTERNAL(500),
  /** There was more to do than the time allowed. */
  DEADLINE(503),
  /** The requests at work hold all the memory that there is for them. */
  NO_ROOM(503),
  /** What was sent could not be kept. */
  STORAGE(503),
  /** The server is being stopped. */
  STOPPING(503);

  private final int status;

  Code(int status) {
    this.status = status;
  }

  /** Whether the same request may be answered a moment later. */
  boolean passes() {
    return this == TOO_MANY_REQUESTS || this == NO_ROOM;
  }

  /** The status of HTTP that it is answered with. */
  public int status() {
    return status;
  }
}
