/** A Java server for a Python application: virtual threads in front, a bounded number of contexts behind. */
@NullMarked
package pykata.designpatterns.scalableapi;

import org.jspecify.annotations.NullMarked;
