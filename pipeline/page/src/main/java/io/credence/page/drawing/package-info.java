/**
 * Markup and charts: HTML and SVG whose text is escaped, scales, ticks and numbers. The same values
 * give the same bytes. Start at {@link io.credence.page.drawing.Chart}.
 */
@NullMarked
package io.credence.page.drawing;

import org.jspecify.annotations.NullMarked;
