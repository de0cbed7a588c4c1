@NullMarked
package pykata.scenarios.iot.processor;

import org.jspecify.annotations.NullMarked;
