package io.credence.fuzzing;

/**
 * Takes bytes from outside in, by the very code that a job takes them in by. What the documentation
 * allows, it catches: that the bytes are refused. Anything else that is thrown is a fault, and so
 * is an output that others could not read.
 */
interface Door {

  void enter(byte[] bytes) throws Exception;
}
