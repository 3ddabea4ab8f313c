package io.credence.flink;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cluster's REST API is, as {@code --flinkMaster} says it.
 *
 * @param scheme http or https
 * @param host a name or an address
 * @param port -1 when none is said
 */
record FlinkAddress(String scheme, String host, int port) {

  private static final Pattern FORM =
      Pattern.compile("(?:(https?)://)?([^\\s\\[\\]/?#:@]+|\\[[0-9a-fA-F:]+])(?::(\\d{1,5}))?");

  private static final int MAX_PORT = 65_535;

  /** Nothing when it is no address. */
  static Optional<FlinkAddress> parse(String master) {
    Matcher matcher = FORM.matcher(master.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int port = matcher.group(3) == null ? -1 : Integer.parseInt(matcher.group(3));
    String scheme = matcher.group(1) == null ? "http" : matcher.group(1);
    return port == 0 || port > MAX_PORT
        ? Optional.empty()
        : Optional.of(new FlinkAddress(scheme, matcher.group(2), port));
  }

  FlinkAddress withDefaultPort(int usual) {
    return port < 0 ? new FlinkAddress(scheme, host, usual) : this;
  }

  FlinkCluster cluster() {
    return new FlinkCluster(
        URI.create(String.format(Locale.ROOT, "%s://%s:%d", scheme, host, port)));
  }
}
