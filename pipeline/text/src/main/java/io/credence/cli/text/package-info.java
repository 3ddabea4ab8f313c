/**
 * Text for a person: {@link io.credence.cli.text.Printer} prints lines that a terminal may show,
 * {@link io.credence.cli.text.Fields} and {@link io.credence.cli.text.TextTable} align them.
 */
@NullMarked
package io.credence.cli.text;

import org.jspecify.annotations.NullMarked;
