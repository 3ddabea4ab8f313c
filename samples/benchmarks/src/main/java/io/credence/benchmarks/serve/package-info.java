/** What a server answers in a second, and how long an answer takes. */
@NullMarked
package io.credence.benchmarks.serve;

import org.jspecify.annotations.NullMarked;
