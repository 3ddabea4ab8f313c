/**
 * Who may ask, and what is kept of who asked: {@link io.credence.server.access.ApiKeys}, {@link
 * io.credence.server.access.TlsFiles}, {@link io.credence.server.access.AccessLog}.
 */
@NullMarked
package io.credence.server.access;

import org.jspecify.annotations.NullMarked;
