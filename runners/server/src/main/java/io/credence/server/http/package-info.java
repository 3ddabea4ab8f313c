/**
 * HTTP: connections, limits, bodies, refusals, and the routes to what answers. Start at {@link
 * io.credence.server.http.HttpServer}.
 */
@NullMarked
package io.credence.server.http;

import org.jspecify.annotations.NullMarked;
