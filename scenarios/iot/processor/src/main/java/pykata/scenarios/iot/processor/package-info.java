/** The rules at work: a topology of Kafka Streams that asks Python once for each frame. */
@NullMarked
package pykata.scenarios.iot.processor;

import org.jspecify.annotations.NullMarked;
