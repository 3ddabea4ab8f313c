/**
 * One random stream per record, which depends on the run seed, the model's digest and the record's
 * key, and on nothing else: not on time, thread, bundle or runner. Start at {@link
 * io.credence.random.StreamSeeder}.
 */
@NullMarked
package io.credence.random;

import org.jspecify.annotations.NullMarked;
