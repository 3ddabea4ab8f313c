package io.credence.expression;

import io.credence.deadletter.UnscorableException;
import io.credence.draws.DrawColumn;
import io.credence.model.Inputs;

/** An array whose elements are computed once per record, or once and for all. */
final class StoredArray extends Array {

  private static final int NONE = -1;

  /** The largest array of the JVM. */
  private static final int MAX_NUMBERS = Integer.MAX_VALUE - 8;

  private final Array source;
  private final int draws;
  private final double[] numbers;
  private final double[] columns;
  private final int[] offsets;
  private final DrawColumn column = new DrawColumn();
  private final boolean onBegin;

  private StoredArray(Array source, int draws, boolean onBegin) {
    super(source.shape(), source.fixed());
    this.source = source;
    this.draws = draws;
    this.onBegin = onBegin;
    this.numbers = new double[source.size()];
    this.offsets = new int[source.size()];
    long next = 0;
    for (int element = 0; element < offsets.length; element++) {
      offsets[element] = source.varies(element) ? (int) next : NONE;
      next += source.varies(element) ? draws : 0;
    }
    if (next > MAX_NUMBERS) {
      throw new IllegalArgumentException(
          "numSamples is too large for this model: %s elements times %s samples exceed %s"
              .formatted(source.size(), draws, MAX_NUMBERS));
    }
    this.columns = new double[(int) next];
  }

  /** The array itself where its elements are stored; else one that stores them when it begins. */
  static Array of(Array source, int draws) {
    return source.stored() ? source : new StoredArray(source, draws, true);
  }

  /** One that stores elements when {@link #evaluate} is called, and not when it begins. */
  static StoredArray evaluated(Array source, int draws) {
    return new StoredArray(source, draws, false);
  }

  /** Computes the elements for a record. */
  void evaluate(Inputs inputs) throws UnscorableException {
    source.begin(inputs);
    for (int element = 0; element < offsets.length; element++) {
      if (offsets[element] == NONE) {
        numbers[element] = source.number(element);
      } else {
        source.column(element, column);
        System.arraycopy(column.values(), column.offset(), columns, offsets[element], draws);
      }
    }
  }

  @Override
  public void begin(Inputs inputs) throws UnscorableException {
    if (onBegin) {
      evaluate(inputs);
    }
  }

  @Override
  public boolean varies(int element) {
    return offsets[element] != NONE;
  }

  @Override
  public double number(int element) {
    return numbers[element];
  }

  @Override
  public void column(int element, DrawColumn out) {
    out.set(columns, offsets[element]);
  }

  @Override
  boolean stored() {
    return true;
  }

  /** An element's value at a draw. */
  double value(int element, int draw) {
    return varies(element) ? columns[offsets[element] + draw] : numbers[element];
  }
}
