package io.credence.cluster.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What happens to a request.
 *
 * @param answer what is said in place of what the store would say; null where it is asked
 * @param share how much of the body arrives, from 0 to 1
 * @param lies whether what arrives is said to be all
 * @param slow whether it takes its time
 * @param loses whether the store does it, but its answer is lost
 */
record Fault(Answer answer, double share, boolean lies, boolean slow, boolean loses) {

  static final Fault NONE = new Fault(null, 1, false, false, false);
  static final Fault SLOW = new Fault(null, 1, false, true, false);
  static final Fault LOST = new Fault(null, 1, false, false, true);
  static final Fault ERROR = answer(500, "InternalError", "We encountered an internal error.");
  static final Fault SLOW_DOWN = answer(503, "SlowDown", "Please reduce your request rate.");

  /** What a store says that honours {@code If-None-Match}. */
  static final Answer EXISTS =
      new Answer(412, "PreconditionFailed", "At least one of the conditions did not hold");

  /** The connection breaks within the body. */
  static Fault cut(double share) {
    return new Fault(null, share, false, false, false);
  }

  /** The body is short, and says that it is meant to be. */
  static Fault truncated(double share) {
    return new Fault(null, share, true, false, false);
  }

  static Fault answer(int status, String code, String message) {
    return new Fault(new Answer(status, code, message), 1, false, false, false);
  }

  /** Every tenth request suffers, each time from something else, as a seed has it. */
  static Function<String, Fault> everyTenth(long seed) {
    AtomicInteger requests = new AtomicInteger();
    return request -> {
      int index = requests.getAndIncrement();
      return index % 10 == 3 ? any(new Random(seed + index), request) : NONE;
    };
  }

  /** Only bodies of objects can be short; a list that is short would be no XML. */
  private static Fault any(Random random, String request) {
    List<Fault> all = List.of(ERROR, SLOW_DOWN, SLOW, cut(random.nextDouble()), LOST);
    if (request.startsWith("GET ") && !request.contains("list-type")) {
      all = List.of(ERROR, SLOW_DOWN, cut(random.nextDouble()), truncated(random.nextDouble()));
    }
    return all.get(random.nextInt(all.size()));
  }

  int kept(int length) {
    return (int) (share * length);
  }

  /** What a store says when it refuses. */
  record Answer(int status, String code, String message) {

    byte[] bytes(boolean bodiless) {
      String body =
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>%s</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>"
              .formatted(code, message);
      return String.format(
              Locale.ROOT,
              "HTTP/1.1 %d Refused\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s",
              status,
              bodiless ? 0 : body.length(),
              bodiless ? "" : body)
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
