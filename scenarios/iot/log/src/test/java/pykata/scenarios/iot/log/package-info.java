@NullMarked
package pykata.scenarios.iot.log;

import org.jspecify.annotations.NullMarked;
