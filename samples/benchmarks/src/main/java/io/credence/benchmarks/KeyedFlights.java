package io.credence.benchmarks;

import io.credence.parquet.GroupFields;
import io.credence.parquet.SplitReader;
import io.credence.parquet.TableColumn;
import io.credence.parquet.TableColumn.Kind;
import io.credence.parquet.TableWriter;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/** Copies the flights of 2001 with a key and a month, which totals need and the flights lack. */
final class KeyedFlights {

  private static final long FLIGHTS = 3_000_000;

  private static final List<String> READ = List.of("date", "distance", "origin", "destination");

  private static final List<TableColumn> WRITTEN =
      List.of(
          new TableColumn("flight", Kind.LONG),
          new TableColumn("month", Kind.LONG),
          new TableColumn("distance", Kind.LONG),
          new TableColumn("origin", Kind.TEXT),
          new TableColumn("destination", Kind.TEXT));

  private KeyedFlights() {}

  /**
   * Copies.
   *
   * @param arguments from where, and where to
   */
  public static void main(String[] arguments) throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    Path to = Path.of(arguments[1]);
    try (SplitReader rows = SplitReader.openFirst(arguments[0], FLIGHTS);
        WritableByteChannel file =
            Files.newByteChannel(
                to,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        TableWriter out = TableWriter.open(file, WRITTEN, Map.of())) {
      GroupFields fields = GroupFields.of(rows.schema(), READ);
      for (Group row = rows.next(); row != null; row = rows.next()) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(out.rows());
        // Dates begin with the year and the month.
        values.add(Long.valueOf(String.valueOf(fields.value(row, 0)).substring(5, 7)));
        for (int i = 1; i < READ.size(); i++) {
          values.add(fields.value(row, i));
        }
        out.write(values);
      }
    }
  }
}
