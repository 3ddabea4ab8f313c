/** A store on this machine that speaks S3. Start at {@link io.credence.kit.store.S3Server}. */
@NullMarked
package io.credence.kit.store;

import org.jspecify.annotations.NullMarked;
