@NullMarked
package pykata.scenarios.iot.demo;

import org.jspecify.annotations.NullMarked;
