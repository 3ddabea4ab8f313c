/** What {@code run-s3.sh} puts into a store before it scores from there. */
@NullMarked
package io.credence.benchmarks.store;

import org.jspecify.annotations.NullMarked;
