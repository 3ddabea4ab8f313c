/**
 * One HTML file that shows an evaluation, a model, or both: verdicts in words, pictures, and a
 * table beneath each picture. It loads nothing and runs nothing. Start at {@link
 * io.credence.page.Page}.
 */
@NullMarked
package io.credence.page;

import org.jspecify.annotations.NullMarked;
