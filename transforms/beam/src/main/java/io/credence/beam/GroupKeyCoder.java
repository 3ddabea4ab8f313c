package io.credence.beam;

import io.credence.aggregate.GroupKey;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;

/** The coder of {@link GroupKey}s: equal ones are written alike. */
public final class GroupKeyCoder extends AtomicCoder<GroupKey> {

  private static final long serialVersionUID = 1;

  private static final GroupKeyCoder INSTANCE = new GroupKeyCoder();

  private GroupKeyCoder() {}

  public static GroupKeyCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(GroupKey key, OutputStream out) throws IOException {
    key.writeTo(new DataOutputStream(out));
  }

  @Override
  public GroupKey decode(InputStream in) throws IOException {
    return GroupKey.readFrom(new DataInputStream(in));
  }
}
