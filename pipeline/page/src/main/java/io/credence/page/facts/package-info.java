/** What a page shows, as values: an evaluation, a model, or both. */
@NullMarked
package io.credence.page.facts;

import org.jspecify.annotations.NullMarked;
