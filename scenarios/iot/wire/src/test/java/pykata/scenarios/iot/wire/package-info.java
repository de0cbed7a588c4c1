@NullMarked
package pykata.scenarios.iot.wire;

import org.jspecify.annotations.NullMarked;
