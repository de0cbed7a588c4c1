/** Two Pythons behind one interface: GraalPy in this JVM, CPython (or GraalPy) in a process of its own. */
@NullMarked
package pykata.python;

import org.jspecify.annotations.NullMarked;
