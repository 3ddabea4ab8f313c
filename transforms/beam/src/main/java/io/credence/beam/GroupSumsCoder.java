package io.credence.beam;

import io.credence.aggregate.GroupSums;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;

/** The coder of {@link GroupSums}, which travel within one job: equal ones are written alike. */
public final class GroupSumsCoder extends AtomicCoder<GroupSums> {

  private static final long serialVersionUID = 1;

  private static final GroupSumsCoder INSTANCE = new GroupSumsCoder();

  private GroupSumsCoder() {}

  public static GroupSumsCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(GroupSums sums, OutputStream out) throws IOException {
    sums.writeTo(new DataOutputStream(out));
  }

  @Override
  public GroupSums decode(InputStream in) throws IOException {
    return GroupSums.readFrom(new DataInputStream(in));
  }
}
