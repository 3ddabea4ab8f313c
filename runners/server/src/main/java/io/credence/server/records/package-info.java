/**
 * All that {@code credence score} can say of one record or many. Start at {@link
 * io.credence.server.records.RecordRoutes}.
 */
@NullMarked
package io.credence.server.records;

import org.jspecify.annotations.NullMarked;
