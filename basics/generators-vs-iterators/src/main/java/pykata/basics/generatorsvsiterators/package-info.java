/** Python's generators as Java sees them: iterators that must be closed. */
@NullMarked
package pykata.basics.generatorsvsiterators;

import org.jspecify.annotations.NullMarked;
