/** Answer pages as data: their claims, listings, tables and links, checked and rewritten. */
@NullMarked
package pykata.answer;

import org.jspecify.annotations.NullMarked;
