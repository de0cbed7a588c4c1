/** Python's memory as Java meets it: one collector for both, and nobody who closes what was forgotten. */
@NullMarked
package pykata.basics.memorymodel;

import org.jspecify.annotations.NullMarked;
