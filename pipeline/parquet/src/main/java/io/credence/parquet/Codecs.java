package io.credence.parquet;

import java.util.Map;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/**
 * The codecs, straight from their libraries. Parquet's own factory goes through Hadoop's, which
 * wants four more jars to read a configuration that is never set, and logs each codec it meets.
 *
 * <p>All columns of a file that is written share one compressor: to make one takes longer than to
 * compress a small page. For one thread.
 */
final class Codecs implements CompressionCodecFactory {

  /** What can be read. Parquet's other codecs need native libraries that are rarely installed. */
  static final Map<CompressionCodecName, Inflate> READABLE =
      Map.of(
          CompressionCodecName.UNCOMPRESSED, Inflate.NONE,
          CompressionCodecName.SNAPPY, Inflate.SNAPPY,
          CompressionCodecName.GZIP, Inflate.GZIP,
          CompressionCodecName.LZ4_RAW, Inflate.LZ4,
          CompressionCodecName.ZSTD, Inflate.ZSTD,
          CompressionCodecName.BROTLI, Inflate.BROTLI);

  private final long maxPageBytes;
  private @Nullable ZstdCompressor compressor;

  /**
   * Codecs for a file.
   *
   * @param maxPageBytes the most that a page which is read may unpack to
   */
  Codecs(long maxPageBytes) {
    this.maxPageBytes = maxPageBytes;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    Inflate inflate = READABLE.get(codec);
    if (inflate == null) {
      throw new IllegalArgumentException("no library for codec " + codec);
    }
    return new PageDecompressor(inflate, maxPageBytes);
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("only ZSTD is written, not " + codec);
    }
    if (compressor == null) {
      compressor = new ZstdCompressor();
    }
    return compressor;
  }

  @Override
  public void release() {
    if (compressor != null) {
      compressor.close();
      compressor = null;
    }
  }
}
