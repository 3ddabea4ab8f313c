package io.credence.server.http;

import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * How connections are encrypted.
 *
 * @param context with the server's certificate, and those of whom it trusts
 * @param asksForClients whether clients must have a certificate, too
 * @param names the names and addresses that the server's certificate is made for
 */
public record Tls(SSLContext context, boolean asksForClients, List<String> names) {

  public Tls {
    names = List.copyOf(names);
  }
}
