package io.credence.parquet;

import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.transport.TEndpointTransport;
import shaded.parquet.org.apache.thrift.transport.TTransportException;

/**
 * A part of an array, as Thrift reads it.
 *
 * <p>Thrift takes single bytes right out of an array, where it would call a stream for each: of a
 * small file, most of the time of reading is its footer, byte by byte.
 */
final class ArrayTransport extends TEndpointTransport {

  private final byte[] bytes;
  private final int end;
  private int position;

  ArrayTransport(TConfiguration limits, byte[] bytes, int start, int end)
      throws TTransportException {
    super(limits);
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  @Override
  public int read(byte[] to, int start, int length) throws TTransportException {
    if (length > 0 && position == end) {
      throw new TTransportException(TTransportException.END_OF_FILE, "it ends too soon");
    }
    int read = Math.min(length, getBytesRemainingInBuffer());
    System.arraycopy(bytes, position, to, start, read);
    position += read;
    return read;
  }

  @Override
  public byte[] getBuffer() {
    return bytes;
  }

  @Override
  public int getBufferPosition() {
    return position;
  }

  @Override
  public int getBytesRemainingInBuffer() {
    return end - position;
  }

  @Override
  public void consumeBuffer(int length) {
    position += length;
  }

  @Override
  public void write(byte[] from, int start, int length) {
    throw new UnsupportedOperationException("only reads");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void open() {
    // An array is always open.
  }

  @Override
  public void close() {
    // An array has nothing to close.
  }
}
