/** The gateway: takes what devices publish, lays it into the log in frames, and only then acknowledges it. */
@NullMarked
package pykata.scenarios.iot.gateway;

import org.jspecify.annotations.NullMarked;
