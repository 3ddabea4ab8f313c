package io.credence.server.feedback;

import java.io.IOException;

/** Keeps labels. Thread-safe. */
public interface LabelStore {

  /**
   * Keeps a label; it has been written when this returns.
   *
   * @param json an object in UTF-8, in one line without its end
   * @throws IOException when it may not have been
   */
  void keep(String recordId, byte[] json) throws IOException;
}
