package io.credence.expression;

/**
 * What the arrays of a model cost together. A few characters can ask for a large array, and a file
 * holds thousands of expressions; without a limit, hostile input could take any memory and time.
 *
 * <p>Not thread-safe.
 */
final class Effort {

  /** Each takes a number per sample where it is stored. */
  private static final long MAX_ELEMENTS = 4_000_000;

  /** For each sample of a record, or once where no record changes them. */
  private static final long MAX_OPERATIONS = 50_000_000;

  private long elements;
  private long operations;

  /** Counts a value that was compiled: the elements of an array that must be computed. */
  Value computed(Value value, int offset) throws ExpressionException {
    if (value instanceof Array array && !array.stored()) {
      elements += array.size();
      if (elements > MAX_ELEMENTS) {
        throw new ExpressionException(
            "The arrays that this model computes have more than %s elements together"
                .formatted(MAX_ELEMENTS),
            offset);
      }
    }
    return value;
  }

  /** Counts a value that is read: the elements of an array. */
  void read(Value value, int offset) throws ExpressionException {
    if (value instanceof Array array) {
      operations(array.size(), offset);
    }
  }

  /** Counts operations on elements of arrays. */
  void operations(long more, int offset) throws ExpressionException {
    operations += more;
    if (operations > MAX_OPERATIONS) {
      throw new ExpressionException(
          "The arrays of this model take more than %s operations on their elements for each sample"
              .formatted(MAX_OPERATIONS),
          offset);
    }
  }
}
