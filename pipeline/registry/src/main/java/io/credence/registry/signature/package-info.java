/**
 * Signatures of models by keys, as OpenSSF Model Signing has them: a bundle of Sigstore, in it an
 * envelope of DSSE, in it a statement of in-toto with the SHA-256 of each file. A {@link
 * io.credence.registry.signature.SigningKey} makes them, {@link
 * io.credence.registry.signature.TrustedKeys} say what they are worth.
 */
@NullMarked
package io.credence.registry.signature;

import org.jspecify.annotations.NullMarked;
