/**
 * Where a registry is kept: a {@link io.credence.registry.store.RegistryStore} creates files, once
 * and whole, and never changes them.
 */
@NullMarked
package io.credence.registry.store;

import org.jspecify.annotations.NullMarked;
