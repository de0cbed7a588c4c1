/** Claims: sentences of an answer that a test proves on every interpreter. */
@NullMarked
package pykata.claim;

import org.jspecify.annotations.NullMarked;
