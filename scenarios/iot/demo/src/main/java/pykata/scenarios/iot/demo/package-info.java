/** The whole system on one machine: its processes, started, watched and ended. */
@NullMarked
package pykata.scenarios.iot.demo;

import org.jspecify.annotations.NullMarked;
