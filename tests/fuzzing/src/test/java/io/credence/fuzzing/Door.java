package io.credence.fuzzing;

/**
 * Takes bytes from outside in, by the very code that a job takes them in by. What the documentation
 * allows, it catches: that the bytes are refused. Anything else that is thrown is a fault, and so
 * is an output that others could not read.
 */
interface Door {

  /** Says what came of the bytes: what was read from them, or with which words they are refused. */
  String enter(byte[] bytes) throws Exception;
}
