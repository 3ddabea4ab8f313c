package io.credence.server.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request, as what answers it sees it.
 *
 * <p>The array is shared, and must not be changed.
 */
public final class Call {

  private final List<@Nullable String> names;
  private final byte[] body;
  private final Deadline deadline;
  private final Room.Share share;

  Call(List<@Nullable String> names, byte[] body, Deadline deadline, Room.Share share) {
    this.names = names;
    this.body = body;
    this.deadline = deadline;
    this.share = share;
  }

  /**
   * What stood for a name in the path.
   *
   * @param at its position among the names of the route, from 0
   * @return null where that part was left out
   */
  public @Nullable String name(int at) {
    return names.get(at);
  }

  public byte[] body() {
    return body;
  }

  public Deadline deadline() {
    return deadline;
  }

  /** Of the memory that there is for all, to be taken before it is used. */
  public Room.Share share() {
    return share;
  }
}
