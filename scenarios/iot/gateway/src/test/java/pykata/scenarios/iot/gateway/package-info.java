@NullMarked
package pykata.scenarios.iot.gateway;

import org.jspecify.annotations.NullMarked;
