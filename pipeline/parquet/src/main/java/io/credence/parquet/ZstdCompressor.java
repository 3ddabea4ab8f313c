package io.credence.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses pages with zstd at its usual level, on the calling thread: the same bytes each time,
 * whatever it compressed before.
 */
final class ZstdCompressor implements BytesInputCompressor {

  private static final int LEVEL = 3;

  private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);

  @Override
  public BytesInput compress(BytesInput bytes) throws IOException {
    return BytesInput.from(context.compress(PageDecompressor.bytes(bytes)));
  }

  @Override
  public CompressionCodecName getCodecName() {
    return CompressionCodecName.ZSTD;
  }

  /** Called for each column: the others go on, until {@link #close}. */
  @Override
  public void release() {}

  void close() {
    context.close();
  }
}
