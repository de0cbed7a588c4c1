@NullMarked
package pykata.designpatterns.scalableapi;

import org.jspecify.annotations.NullMarked;
