/**
 * A page for people, who change the fields of a record and see its prediction as a picture. Start
 * at {@link io.credence.server.page.PageRoutes}.
 */
@NullMarked
package io.credence.server.page;

import org.jspecify.annotations.NullMarked;
