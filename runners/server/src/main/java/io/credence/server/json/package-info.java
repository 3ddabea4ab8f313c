/**
 * JSON that is read in one way only, and written without what JSON has no word for. Start at {@link
 * io.credence.server.json.Json}.
 */
@NullMarked
package io.credence.server.json;

import org.jspecify.annotations.NullMarked;
