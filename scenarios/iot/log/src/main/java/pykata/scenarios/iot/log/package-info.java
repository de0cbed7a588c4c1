/** The log: a Kafka broker and its controller in one process, on a directory that outlives them. */
@NullMarked
package pykata.scenarios.iot.log;

import org.jspecify.annotations.NullMarked;
