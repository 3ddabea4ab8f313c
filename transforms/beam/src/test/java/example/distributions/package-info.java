/** What somebody outside of Credence would write. */
@NullMarked
package example.distributions;

import org.jspecify.annotations.NullMarked;
