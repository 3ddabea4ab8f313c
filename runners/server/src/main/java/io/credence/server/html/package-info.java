/**
 * Pages for people, written by the server and shown without script. Start at {@link
 * io.credence.server.html.HtmlPage}.
 */
@NullMarked
package io.credence.server.html;

import org.jspecify.annotations.NullMarked;
