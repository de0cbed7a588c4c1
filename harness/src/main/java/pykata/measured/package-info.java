/** What benchmarks measured, as it is kept and as a page shows it. */
@NullMarked
package pykata.measured;

import org.jspecify.annotations.NullMarked;
