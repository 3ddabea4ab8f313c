package io.credence.server.http;

import javax.net.ssl.SSLContext;

/**
 * How connections are encrypted.
 *
 * @param context with the server's certificate, and those of whom it trusts
 * @param asksForClients whether clients must have a certificate, too
 */
public record Tls(SSLContext context, boolean asksForClients) {}
