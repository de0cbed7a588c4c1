/** Benchmarks: the same work on several Pythons and in Java, measured in one run, kept with what they were measured on. */
@NullMarked
package pykata.bench;

import org.jspecify.annotations.NullMarked;
