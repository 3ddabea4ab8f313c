/**
 * Amazon S3, and stores that speak its protocol: which options reach Beam's file system for it,
 * with what patience its client works, and what must never be an option.
 */
@NullMarked
package io.credence.pipeline.s3;

import org.jspecify.annotations.NullMarked;
