package io.credence.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.InterningProtocol;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.UUIDType;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.protocol.TField;
import shaded.parquet.org.apache.thrift.protocol.TProtocol;
import shaded.parquet.org.apache.thrift.protocol.TStruct;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;
import shaded.parquet.org.apache.thrift.transport.TTransportException;

/** Each figure of a footer is changed by itself, and what contradicts it tells. */
class FooterLiesTest {

  private static final int TAIL = 8;

  private final Path file;

  FooterLiesTest(@TempDir Path folder) throws IOException {
    file = folder.resolve("lies.parquet");
    Files.write(file, AllTypes.SCHEMA, AllTypes.rows(50), 20);
  }

  private static Arguments lie(String problem, Consumer<FileMetaData> lie) {
    return Arguments.of(problem, lie);
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("its footer says 49 rows, but its row groups have 50", f -> f.setNum_rows(49)),
        lie("its footer says -50 rows", f -> f.setNum_rows(-50)),
        lie("row group 1 says 2305843009213693952 rows", f -> group(f).setNum_rows(1L << 61)),
        lie("row group 1 says -20 rows; a row group can have", f -> group(f).setNum_rows(-20)),
        lie("in row group 1 says 20 values for 19 rows", f -> group(f).setNum_rows(19)),
        lie("in row group 1 says 21 values for 20 rows", f -> chunk(f).setNum_values(21)),
        lie("row group 1 lacks column ", f -> group(f).getColumns().remove(0)),
        lie("twice, or one that its schema lacks", f -> group(f).getColumns().add(column(f))),
        lie("row group 1 has a column without metadata", f -> column(f).unsetMeta_data()),
        lie("is a summary of other files", f -> column(f).setFile_path("p0.parquet")),
        lie("is INT96, but BOOLEAN in the schema", f -> chunk(f).setType(Type.INT96)),
        lie("is compressed with LZO; what can be", f -> chunk(f).setCodec(CompressionCodec.LZO)),
        lie("from position -4 on", f -> place(f, -4)),
        lie("from position 0 on", f -> place(f, 0)),
        lie("from position 9223372036854775807 on", f -> place(f, Long.MAX_VALUE)),
        lie("says it has -1 bytes", f -> chunk(f).setTotal_compressed_size(-1)),
        lie(
            "says it has 9223372036854775807 bytes",
            f -> chunk(f).setTotal_compressed_size(Long.MAX_VALUE)),
        lie("more bytes together than the file has", FooterLiesTest::overlap),
        lie("its schema ends after", f -> f.getSchema().get(0).setNum_children(1_000)),
        lie("belong to a column", f -> f.getSchema().get(0).setNum_children(1)),
        lie("has no columns", f -> f.getSchema().get(0).setNum_children(0)),
        lie("cannot have -3 fields", f -> group(f, "list").setNum_children(-3)),
        lie("has two columns named", f -> f.getSchema().get(2).setName(first(f).getName())),
        lie("says neither optional, required nor", f -> first(f).unsetRepetition_type()),
        lie("more than 100 deep", FooterLiesTest::nest),
        lie("is a decimal(19, 2) in INT64, which has from 1 to 18", f -> decimal(f, 19, 2)),
        lie("is a decimal(9, 10) in INT64", f -> decimal(f, 9, 10)),
        lie("is a decimal(9, -1) in INT64", f -> decimal(f, 9, -1)));
  }

  private static org.apache.parquet.format.RowGroup group(FileMetaData footer) {
    return footer.getRow_groups().get(1);
  }

  private static org.apache.parquet.format.ColumnChunk column(FileMetaData footer) {
    return group(footer).getColumns().get(0);
  }

  private static org.apache.parquet.format.ColumnMetaData chunk(FileMetaData footer) {
    return column(footer).getMeta_data();
  }

  private static void place(FileMetaData footer, long position) {
    chunk(footer).unsetDictionary_page_offset();
    chunk(footer).setData_page_offset(position);
  }

  private static SchemaElement first(FileMetaData footer) {
    return footer.getSchema().get(1);
  }

  private static SchemaElement group(FileMetaData footer, String name) {
    return footer.getSchema().stream()
        .filter(element -> element.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void overlap(FileMetaData footer) {
    footer
        .getRow_groups()
        .forEach(
            rows ->
                rows.getColumns()
                    .forEach(
                        column -> {
                          column.getMeta_data().unsetDictionary_page_offset();
                          column.getMeta_data().setData_page_offset(4);
                          column.getMeta_data().setTotal_compressed_size(1_000);
                        }));
  }

  private static void nest(FileMetaData footer) {
    SchemaElement group = first(footer).deepCopy();
    group.unsetType();
    group.unsetConverted_type();
    group.unsetLogicalType();
    group.setNum_children(1);
    footer.getSchema().addAll(1, Collections.nCopies(200, group));
  }

  private static void decimal(FileMetaData footer, int precision, int scale) {
    SchemaElement long64 =
        footer.getSchema().stream()
            .filter(element -> element.getType() == Type.INT64)
            .findFirst()
            .orElseThrow();
    long64.setLogicalType(LogicalType.DECIMAL(new DecimalType(scale, precision)));
  }

  private void write(byte[] data, byte[] footer) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(data.length + footer.length + TAIL);
    bytes.order(ByteOrder.LITTLE_ENDIAN).put(data).put(footer).putInt(footer.length);
    bytes.put("PAR1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    java.nio.file.Files.write(file, bytes.array());
  }

  private void tell(Consumer<FileMetaData> lie) throws Exception {
    tell(lie, out -> new InterningProtocol(new TCompactProtocol(new TIOStreamTransport(out))));
  }

  private interface Protocol {
    TProtocol to(OutputStream out) throws TException;
  }

  private void tell(Consumer<FileMetaData> lie, Protocol protocol) throws Exception {
    byte[] bytes = java.nio.file.Files.readAllBytes(file);
    int end = bytes.length - TAIL;
    int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(bytes, end - length, length));
    lie.accept(footer);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    footer.write(protocol.to(changed));
    write(Arrays.copyOf(bytes, end - length), changed.toByteArray());
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aLieIsNoticed(String problem, Consumer<FileMetaData> lie) throws Exception {
    tell(lie);
    assertThatThrownBy(() -> Files.open(file))
        .isInstanceOf(UnreadableParquetException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(problem)
        .message()
        .doesNotContain("\n");
  }

  /** Where rows are decided by the footer, workers look at it again. */
  @Test
  void aFileThatChangedIsNoticed() throws Exception {
    ParquetSplit split = Files.open(file).splits(1_000).get(0);
    tell(footer -> chunk(footer).setNum_values(21));
    ParquetSplit now =
        new ParquetSplit(split.file(), java.nio.file.Files.size(file), 0, split.rows());
    assertThatThrownBy(() -> SplitReader.open(now))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged: column ");
  }

  static Stream<Consumer<FileMetaData>> wrongPageIndexes() {
    return Stream.of(
        f -> column(f).setOffset_index_offset(-7).setOffset_index_length(9),
        f -> column(f).setOffset_index_offset(Long.MAX_VALUE),
        f -> column(f).setOffset_index_length(Integer.MAX_VALUE),
        f -> column(f).setOffset_index_offset(4), // Bytes that are no index.
        FooterLiesTest::indexOfAnother);
  }

  private static void indexOfAnother(FileMetaData footer) {
    org.apache.parquet.format.ColumnChunk other = footer.getRow_groups().get(0).getColumns().get(0);
    column(footer).setOffset_index_offset(other.getOffset_index_offset());
    column(footer).setOffset_index_length(other.getOffset_index_length());
  }

  /** An index only saves work: the pages are read without it, and are still counted. */
  @ParameterizedTest
  @MethodSource("wrongPageIndexes")
  void aWrongPageIndexIsPassedOver(Consumer<FileMetaData> lie) throws Exception {
    List<String> before = Files.rows(file, 7);
    tell(lie);
    assertThat(Files.rows(file, 7)).isEqualTo(before);
  }

  /** What a later Parquet may say of a column is not known here: its rows are read, with a line. */
  @Test
  void aLogicalTypeOfALaterParquet() throws Exception {
    List<String> before = Files.rows(file, 7);
    tell(footer -> first(footer).setLogicalType(LogicalType.UUID(new UUIDType())), Later::new);
    assertThat(Files.rows(file, 7)).isEqualTo(before);
    assertThat(Files.open(file).leftOut())
        .contains(
            "the logical type of column '%s', which a later Parquet knows, not this one"
                .formatted(AllTypes.SCHEMA.getFieldName(0)))
        .doesNotHaveDuplicates();
  }

  /** Writes logical types as a field of their union that no reader knows. */
  private static final class Later extends TCompactProtocol {

    private String struct = "";

    Later(OutputStream out) {
      super(transport(out));
    }

    private static TIOStreamTransport transport(OutputStream out) {
      try {
        return new TIOStreamTransport(out);
      } catch (TTransportException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void writeStructBegin(TStruct begun) throws TException {
      struct = begun.name;
      super.writeStructBegin(begun);
    }

    @Override
    public void writeFieldBegin(TField field) throws TException {
      boolean later = struct.equals("LogicalType");
      super.writeFieldBegin(later ? new TField("LATER", field.type, (short) 99) : field);
    }
  }

  /** Rows are read one and all: what helps others to skip some is neither used nor believed. */
  @Test
  void whatIsNotUsedMayBeWrong() throws Exception {
    List<String> before = Files.rows(file, 7);
    tell(
        footer -> {
          footer.unsetColumn_orders();
          footer.setCreated_by("ours");
          chunk(footer).unsetStatistics();
          chunk(footer).setBloom_filter_offset(-1);
          column(footer).setColumn_index_offset(Long.MAX_VALUE);
        });
    assertThat(Files.rows(file, 7)).isEqualTo(before);
  }
}
