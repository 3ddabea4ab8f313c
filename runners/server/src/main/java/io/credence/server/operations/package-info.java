/**
 * What those need who run the server: whether it lives and is ready, figures of its work, and what
 * can be asked. Start at {@link io.credence.server.operations.HealthRoutes}.
 */
@NullMarked
package io.credence.server.operations;

import org.jspecify.annotations.NullMarked;
