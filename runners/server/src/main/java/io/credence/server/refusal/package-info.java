/**
 * Why a request, or a record of it, is not answered as it wished. Start at {@link
 * io.credence.server.refusal.Refusal}.
 */
@NullMarked
package io.credence.server.refusal;

import org.jspecify.annotations.NullMarked;
