package io.credence.registry;

import org.jspecify.annotations.Nullable;

/**
 * Who changes a registry.
 *
 * @param by a person's or program's name
 * @param reason why, in words; null where none is given
 */
public record Author(String by, @Nullable String reason) {

  private static final int LONGEST = 1_000;

  public Author {
    if (by.isBlank() || by.length() > LONGEST) {
      throw new IllegalArgumentException("An author has a name, of at most 1,000 characters");
    }
    if (reason != null && (reason.isBlank() || reason.length() > LONGEST)) {
      throw new IllegalArgumentException("A reason has words, at most 1,000 characters");
    }
  }
}
