package io.credence.parquet;

import org.apache.parquet.format.FileMetaData;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.protocol.TProtocol;
import shaded.parquet.org.apache.thrift.transport.TTransportException;

/** How the structures of a Parquet file are read. */
final class Thrift {

  /** Structures lie in each other less deep than this. */
  private static final int DEPTH = 64;

  private Thrift() {}

  /** Reads a footer. */
  static FileMetaData footer(byte[] bytes) throws TException {
    FileMetaData footer = new FileMetaData();
    footer.read(protocol(bytes, 0, bytes.length));
    return footer;
  }

  /**
   * Reads structures. No list or text can have more elements than there are bytes.
   *
   * <p>Names are not interned, which Parquet's library does at some cost: footers are soon gone,
   * and of schemas that are equal one is kept.
   *
   * @param start of the structures in the bytes
   * @param end behind the last byte that may belong to them
   */
  static TProtocol protocol(byte[] bytes, int start, int end) throws TTransportException {
    int most = Math.max(1, end - start);
    TConfiguration limits = new TConfiguration(most, most, DEPTH);
    return new TCompactProtocol(new ArrayTransport(limits, bytes, start, end), most, most);
  }
}
