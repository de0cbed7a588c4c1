/** Demonstrations: a question's story on the JVM, told in the terminal. */
@NullMarked
package pykata.demo;

import org.jspecify.annotations.NullMarked;
