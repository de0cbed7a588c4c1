/** What is remembered of a user between two commands, in small files that several commands may change at once. */
@NullMarked
package pykata.state;

import org.jspecify.annotations.NullMarked;
