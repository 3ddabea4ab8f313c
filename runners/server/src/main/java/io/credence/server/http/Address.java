package io.credence.server.http;

import org.jspecify.annotations.Nullable;

/**
 * Where a server listens.
 *
 * @param host a name or an address of this machine
 * @param port 0 for any that is free
 * @param tls null for plain HTTP
 */
public record Address(String host, int port, @Nullable Tls tls) {}
