/**
 * Amazon S3, and stores that speak its protocol: how objects are listed, read, moved and deleted
 * (start at {@link io.credence.s3.S3Objects}; Beam's file system writes them), which options there
 * are, with what patience clients work, and what must never be an option.
 */
@NullMarked
package io.credence.s3;

import org.jspecify.annotations.NullMarked;
