package io.credence.parquet;

import io.credence.score.ScoredColumn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries the entries of input files' footers to outputs that have some of their rows, with columns
 * behind theirs. What would not be true of an output is mended or left out: see {@link
 * ParquetInput#leftOut()}.
 *
 * <p>The files of a run mostly say the same, so what was mended last is kept: for ten thousand
 * small files, mending was a twentieth of the work. Not thread-safe.
 */
public final class MetadataCarrier {

  private final List<ScoredColumn> appended;
  private @Nullable SaidMetadata said;
  private Map<String, String> carried = Map.of();

  /** A carrier for outputs with these columns behind those of their inputs. */
  public MetadataCarrier(List<ScoredColumn> appended) {
    this.appended = List.copyOf(appended);
  }

  /** The entries for the footer of an output with rows of a split. */
  public Map<String, String> carry(SplitReader rows) {
    SaidMetadata now = rows.said();
    if (!now.equals(said)) {
      carried =
          Map.copyOf(
              CarriedMetadata.of(
                      now.entries(), now.stored(), ScoredColumns.append(now.written(), appended))
                  .entries());
      said = now;
    }
    return carried;
  }
}
