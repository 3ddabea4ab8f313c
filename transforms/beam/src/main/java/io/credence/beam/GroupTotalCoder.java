package io.credence.beam;

import io.credence.aggregate.GroupKey;
import io.credence.aggregate.GroupTotal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** The coder of {@link GroupTotal}s. */
public final class GroupTotalCoder extends AtomicCoder<GroupTotal> {

  private static final long serialVersionUID = 1;

  private static final GroupTotalCoder INSTANCE = new GroupTotalCoder();
  private static final NullableCoder<String> PROBLEM = NullableCoder.of(StringUtf8Coder.of());

  private GroupTotalCoder() {}

  public static GroupTotalCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(GroupTotal total, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    total.key().writeTo(data);
    data.writeLong(total.records());
    data.writeLong(total.deadLetters());
    data.writeDouble(total.weight());
    PROBLEM.encode(total.problem(), out);
    if (total.scored() != null) {
      ScoredCoder.of().encode(total.scored(), out);
    }
  }

  @Override
  public GroupTotal decode(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    GroupTotal bare =
        new GroupTotal(
            GroupKey.readFrom(data),
            data.readLong(),
            data.readLong(),
            data.readDouble(),
            null,
            PROBLEM.decode(in));
    return bare.problem() == null ? bare.with(ScoredCoder.of().decode(in)) : bare;
  }
}
