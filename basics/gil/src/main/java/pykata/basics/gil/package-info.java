/** GraalPy's lock as Java meets it: one per context, so a pool of contexts is how a JVM runs Python in parallel. */
@NullMarked
package pykata.basics.gil;

import org.jspecify.annotations.NullMarked;
