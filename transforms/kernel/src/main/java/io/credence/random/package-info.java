/**
 * One random stream per sample of a record, which depends on the run seed, the noise id, the
 * record's key and the sample's number, and on nothing else: not on time, thread, bundle or runner,
 * nor on what other samples drew. Start at {@link io.credence.random.StreamSeeder}.
 */
@NullMarked
package io.credence.random;

import org.jspecify.annotations.NullMarked;
