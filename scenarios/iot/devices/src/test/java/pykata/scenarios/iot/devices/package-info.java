@NullMarked
package pykata.scenarios.iot.devices;

import org.jspecify.annotations.NullMarked;
