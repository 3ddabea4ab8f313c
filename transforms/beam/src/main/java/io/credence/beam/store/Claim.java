package io.credence.beam.store;

import java.io.Closeable;
import java.io.IOException;

/** A file that says who is at work, as long as it is held. */
public interface Claim extends Closeable {

  /** Whether it is still held: an owner that was held for dead may have lost it to another. */
  boolean isHeld() throws IOException;

  /** Gives it up: deletes the file, unless another has it by now. */
  @Override
  void close() throws IOException;
}
