package io.credence.gallery;

import io.credence.parquet.ParquetInput;
import io.credence.parquet.TopRows;
import io.credence.parquet.UnreadableParquetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/** The folders of samples/gallery: each holds a model, records, and what PyMC predicts for them. */
record Gallery(Path folder) {

  private static final Path HOME = Path.of("../../samples/gallery");
  private static final int RECORDS = 200;

  static List<Gallery> all() {
    try (Stream<Path> folders = Files.list(HOME)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("model.yaml")))
          .sorted()
          .map(Gallery::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  String yaml() throws IOException {
    return Files.readString(folder.resolve("model.yaml"));
  }

  /** The values of the given columns, of each record. */
  List<List<@Nullable Object>> records(List<String> columns) throws IOException {
    return TopRows.of(folder.resolve("records.parquet").toString(), RECORDS, columns);
  }

  /** PyMC's figures, in the order of the records. */
  List<Figure> figures() throws IOException, UnreadableParquetException {
    String file = folder.resolve("predictive.parquet").toString();
    long rows = ParquetInput.open(FileSystems.matchSingleFileSpec(file)).rows();
    return TopRows.of(file, rows, Figure.COLUMNS).stream().map(Figure::of).toList();
  }

  @Override
  public String toString() {
    return name();
  }
}
