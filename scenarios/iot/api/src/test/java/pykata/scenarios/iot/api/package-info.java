@NullMarked
package pykata.scenarios.iot.api;

import org.jspecify.annotations.NullMarked;
