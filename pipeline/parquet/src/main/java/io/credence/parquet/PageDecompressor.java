package io.credence.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;

/** Decompresses pages, whose size both sides must agree on. */
final class PageDecompressor implements BytesInputDecompressor {

  private static final ByteBufferAllocator HEAP = HeapByteBufferAllocator.getInstance();

  private final Inflate inflate;
  private final long maxPageBytes;

  PageDecompressor(Inflate inflate, long maxPageBytes) {
    this.inflate = inflate;
    this.maxPageBytes = maxPageBytes;
  }

  @Override
  public BytesInput decompress(BytesInput bytes, int size) throws IOException {
    return BytesInput.from(inflate(bytes(bytes), size));
  }

  @Override
  public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int size)
      throws IOException {
    byte[] bytes = new byte[compressedSize];
    input.get(bytes);
    output.put(inflate(bytes, size));
  }

  private byte[] inflate(byte[] bytes, int size) throws IOException {
    checkSize(size);
    byte[] page = new byte[size];
    // Pages of nulls only may hold no bytes at all, not even those that a codec begins with.
    int seen = size == 0 ? 0 : inflate.inflate(bytes, page);
    if (seen != size) {
      throw new IOException("a page should have " + size + " bytes, but has " + seen);
    }
    return page;
  }

  /** What a page says of its size is believed only so far: room for it is made before. */
  private void checkSize(int size) throws IOException {
    if (size < 0) {
      throw new IOException("a page says it unpacks to " + size + " bytes");
    }
    if (size > maxPageBytes) {
      throw new IOException(
          "a page unpacks to %s bytes, more than --maxPageBytes=%s; set more if there is the memory"
              .formatted(size, maxPageBytes));
    }
  }

  /** The bytes of an input, copied. */
  static byte[] bytes(BytesInput input) {
    ByteBuffer buffer = input.toByteBuffer(HEAP, unused -> {}).duplicate();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  @Override
  public void release() {
    // Nothing is held between pages.
  }
}
