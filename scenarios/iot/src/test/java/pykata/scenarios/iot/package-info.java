@NullMarked
package pykata.scenarios.iot;

import org.jspecify.annotations.NullMarked;
