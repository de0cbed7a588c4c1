@NullMarked
package pykata.scenarios.iot.sink;

import org.jspecify.annotations.NullMarked;
