/** Mutants: whether the claims and the checks notice one small mistake at a time. */
@NullMarked
package pykata.mutation;

import org.jspecify.annotations.NullMarked;
