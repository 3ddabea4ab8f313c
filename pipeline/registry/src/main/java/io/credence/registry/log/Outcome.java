package io.credence.registry.log;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What was decided of a version that is tried beside the one in use. */
public enum Outcome {
  /** It takes over more of the records, and at last all. */
  @JsonProperty("promote")
  PROMOTE,
  /** It keeps what it has. */
  @JsonProperty("hold")
  HOLD,
  /** It loses what it has. */
  @JsonProperty("rollback")
  ROLLBACK
}
