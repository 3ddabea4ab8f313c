package io.credence.server;

import io.credence.server.http.Tls;
import io.credence.server.options.ServeOption;
import io.credence.server.options.ServeOptions;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a server says when it has started: its models, where it listens, and how to ask.
 *
 * @param port where it listens
 * @param tls null where nothing is encrypted
 */
record Greeting(ServeOptions options, Models models, int port, @Nullable Tls tls) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (ServedModel model : models.all()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s %s (%s…): %s",
              model.model().name(),
              model.model().version(),
              model.digest().substring(0, 12),
              verified(model)));
    }
    String address = (host().contains(":") ? "[" + host() + "]" : host()) + ":" + port;
    ClientAccess access = new ClientAccess(options, address, tls);
    lines.add(
        "Listens at %s%s; ask, for example:"
            .formatted(tls == null ? "http://" : "https://", address));
    lines.add("  " + Example.curl(models.first(), access.url(), access.arguments()));
    access.variables().forEach(variable -> lines.add("  Here, " + variable));
    if (!isLoopback() && !knowsClients()) {
      lines.add(
          "Warning: whoever can reach "
              + host()
              + " can ask; --apiKeys or --tlsClientCa lets in those that you know");
    }
    return lines;
  }

  private static String verified(ServedModel model) {
    return model.verifiedFigures() == 0
        ? "its folder has no verify file, so nothing was verified"
        : String.format(Locale.ROOT, "%,d figures verified", model.verifiedFigures());
  }

  private String host() {
    return options.text(ServeOption.HOST).orElseThrow();
  }

  private boolean knowsClients() {
    return options.text(ServeOption.API_KEYS).isPresent()
        || options.text(ServeOption.TLS_CLIENT_CA).isPresent();
  }

  /** What has no address is none of this machine's, and did not start. */
  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
