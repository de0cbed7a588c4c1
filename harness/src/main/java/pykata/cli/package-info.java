/** Commands. */
@NullMarked
package pykata.cli;

import org.jspecify.annotations.NullMarked;
