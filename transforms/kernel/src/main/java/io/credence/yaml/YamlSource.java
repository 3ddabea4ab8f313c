package io.credence.yaml;

/** A document that is taken apart: what it says, and its code points, which marks count. */
final class YamlSource {

  private final String noun;
  private final int[] codePoints;

  YamlSource(String noun, int[] codePoints) {
    this.noun = noun;
    this.codePoints = codePoints;
  }

  /** What the document says, such as {@code model}. */
  String noun() {
    return noun;
  }

  /** A part of its text. */
  String text(int from, int to) {
    return new String(codePoints, from, to - from);
  }
}
