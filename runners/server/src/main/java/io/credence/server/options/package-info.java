/**
 * The options of the server, in one declaration from which they are parsed and explained. Start at
 * {@link io.credence.server.options.ServeOptions}.
 */
@NullMarked
package io.credence.server.options;

import org.jspecify.annotations.NullMarked;
