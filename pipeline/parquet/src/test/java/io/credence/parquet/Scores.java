package io.credence.parquet;

import io.credence.score.ScoredRow;
import java.util.List;

/** The same in every row. */
final class Scores implements ScoredRow {

  private final double[] density;
  private final List<String> unseen;

  Scores(double[] density, List<String> unseen) {
    this.density = density;
    this.unseen = unseen;
  }

  @Override
  public double doubleAt(int column) {
    return 0.25;
  }

  @Override
  public double[] doublesAt(int column) {
    return density;
  }

  @Override
  public long longAt(int column) {
    return 1_000;
  }

  @Override
  public String stringAt(int column) {
    return "slopes";
  }

  @Override
  public List<String> stringsAt(int column) {
    return unseen;
  }
}
