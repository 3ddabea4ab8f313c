package io.credence.cluster.streams;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Kinds of messages that can't be scored, and what their dead letters say. */
enum Poison {
  NO_JSON("UNDECODABLE", null) {
    @Override
    byte[] value(int i) {
      return bytes("no JSON " + i);
    }
  },
  WRONG_TYPE("WRONG_TYPE", "dep_delay") {
    @Override
    byte[] value(int i) {
      return flight("\"late\"", "");
    }
  },
  MISSING("MISSING_FEATURE", "dep_delay") {
    @Override
    byte[] value(int i) {
      return flight("null", "");
    }
  },
  /** As of a registry, but its first byte is no zero. */
  WRONG_MAGIC_BYTE("UNDECODABLE", null) {
    @Override
    byte[] value(int i) {
      return new byte[] {1, 0, 0, 0, 42, 2, 8, (byte) i};
    }
  },
  TOMBSTONE("UNDECODABLE", null) {
    @Override
    byte[] value(int i) {
      return null;
    }
  },
  EMPTY("UNDECODABLE", null) {
    @Override
    byte[] value(int i) {
      return new byte[0];
    }
  },
  /** It ends within the two bytes of an umlaut. */
  TRUNCATED_UTF8("UNDECODABLE", null) {
    @Override
    byte[] value(int i) {
      return bytes("{\"dep_delay\": 1, \"distance\": 1400, \"carrier\": \"\u00c3");
    }
  },
  NESTED("UNDECODABLE", null) {
    @Override
    byte[] value(int i) {
      return flight("1", ", \"more\": " + "[".repeat(10_000) + "]".repeat(10_000));
    }
  },
  DUPLICATE("UNDECODABLE", null) {
    @Override
    byte[] value(int i) {
      return flight("1", ", \"dep_delay\": 2");
    }
  },
  LARGE("UNDECODABLE", null) {
    @Override
    byte[] value(int i) {
      return large((byte) i);
    }
  },
  /** Can be scored, but the score names the carrier once more, and no topic takes that. */
  LARGE_WITH_SCORE("TOO_LARGE", null) {
    @Override
    byte[] value(int i) {
      return bytes(
          "{\"dep_delay\": 1, \"distance\": 1400, \"month\": 1, \"carrier\": \"%s\"}"
              .formatted(new String(large((byte) 'A'), ISO_8859_1)));
    }
  };

  private static final int LARGE_BYTES = 10_000_000;

  /** How often the large kinds occur: each is a second's work of disks. */
  private static final int FEW = 3;

  private final String code;
  private final String feature;

  Poison(String code, String feature) {
    this.code = code;
    this.feature = feature;
  }

  abstract byte[] value(int i);

  String code() {
    return code;
  }

  /** Null where no feature is at fault. */
  String feature() {
    return feature;
  }

  /** All kinds, in an order that is the same each time. */
  static List<Poison> shuffled(int count) {
    List<Poison> kinds = new ArrayList<>();
    for (int i = 0; i < FEW; i++) {
      kinds.addAll(List.of(LARGE, LARGE_WITH_SCORE));
    }
    int small = values().length - 2;
    while (kinds.size() < count) {
      kinds.add(values()[kinds.size() % small]);
    }
    Collections.shuffle(kinds, new Random(1));
    return kinds;
  }

  private static byte[] flight(String delay, String more) {
    return bytes(
        "{\"dep_delay\": %s, \"distance\": 1400, \"carrier\": \"UA\", \"month\": 1%s}"
            .formatted(delay, more));
  }

  private static byte[] large(byte fill) {
    byte[] bytes = new byte[LARGE_BYTES];
    Arrays.fill(bytes, fill);
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
