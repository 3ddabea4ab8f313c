package io.credence.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TProtocol;

/**
 * Goes through the pages of a column by their headers, before Parquet's library does. Of a row
 * group's last column, that makes room for as much as a header asks for, and reads beyond the
 * column's end: for the sake of writers before 2013, though what it reads there gets lost.
 */
final class PageWalk {

  /** As much is fetched at once; of a small column, all. */
  private static final int PIECE = 1 << 16;

  /** Headers hold the least and the greatest value of a page. */
  private static final int LARGEST_HEADER = 16 << 20;

  private final ChannelInput in;
  private final ColumnChunkMetaData column;
  private final long end;
  private byte[] piece = {};
  private long pieceStart;
  private long position;

  private PageWalk(ChannelInput in, ColumnChunkMetaData column) {
    this.in = in;
    this.column = column;
    this.position = column.getStartingPos();
    this.end = position + column.getTotalSize();
  }

  /** A page and where it lies, with its header. */
  record Page(long start, long size, boolean ofData, int values) {}

  /**
   * The pages that hold a column's values, and those between them.
   *
   * @throws UnreadablePageException if one does not lie in the column
   */
  static List<Page> of(ChannelInput in, ColumnChunkMetaData column) throws IOException {
    return new PageWalk(in, column).pages();
  }

  private List<Page> pages() throws IOException {
    List<Page> pages = new ArrayList<>();
    for (long values = 0; values < column.getValueCount(); ) {
      Page page = next();
      values += page.values();
      pages.add(page);
    }
    return pages;
  }

  private Page next() throws IOException {
    long start = position;
    PageHeader header = header();
    int size = header.getCompressed_page_size();
    if (size < 0 || size > end - position) {
      throw damaged("a page says it has %s bytes, but %s are left".formatted(size, end - position));
    }
    position += size;
    return switch (header.getType()) {
      case DATA_PAGE -> dataPage(start, present(header.getData_page_header()).getNum_values());
      case DATA_PAGE_V2 -> {
        DataPageHeaderV2 second = present(header.getData_page_header_v2());
        checkLevels(second, size);
        yield dataPage(start, second.getNum_values());
      }
      case DICTIONARY_PAGE, INDEX_PAGE -> new Page(start, position - start, false, 0);
    };
  }

  private Page dataPage(long start, int values) {
    return new Page(start, position - start, true, values);
  }

  private <T> T present(@Nullable T header) {
    if (header == null) {
      throw damaged("a page does not say how many values it has");
    }
    return header;
  }

  private void checkLevels(DataPageHeaderV2 header, int size) {
    long repetition = header.getRepetition_levels_byte_length();
    long definition = header.getDefinition_levels_byte_length();
    if (repetition < 0 || definition < 0 || repetition + definition > size) {
      throw damaged(
          "a page says its levels have %s and %s of its %s bytes"
              .formatted(repetition, definition, size));
    }
  }

  /** The header at the position, which moves behind it. */
  private PageHeader header() throws IOException {
    int from = (int) Math.min(position - pieceStart, piece.length);
    int held = piece.length - from;
    for (int length = held == 0 ? fetch(0) : held; ; length = fetch(length)) {
      int start = piece.length - length;
      try {
        TProtocol bytes = Thrift.protocol(piece, start, piece.length);
        PageHeader header = new PageHeader();
        header.read(bytes);
        position += bytes.getTransport().getBufferPosition() - start;
        return header;
      } catch (TException | RuntimeException e) {
        if (length == Math.min(LARGEST_HEADER, end - position)) {
          throw damaged("a page's header cannot be understood: " + Reason.of(e));
        }
      }
    }
  }

  /** Fetches more than a length from the position on, and returns how much. */
  private int fetch(int length) throws IOException {
    long more = length < PIECE ? PIECE : 4L * length;
    int wanted = (int) Math.min(Math.min(more, LARGEST_HEADER), end - position);
    piece = in.bytes(position, wanted);
    pieceStart = position;
    return wanted;
  }

  private UnreadablePageException damaged(String problem) {
    return UnreadablePageException.damaged(column.getPath(), problem);
  }
}
