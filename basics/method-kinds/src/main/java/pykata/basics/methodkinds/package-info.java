/** What Python makes of a method when it is looked up, beside what Java has decided long before. */
@NullMarked
package pykata.basics.methodkinds;

import org.jspecify.annotations.NullMarked;
