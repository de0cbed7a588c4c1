/** What the processes say to each other: the frame, the topics, the shards, the records of the ledger. */
@NullMarked
package pykata.scenarios.iot.wire;

import org.jspecify.annotations.NullMarked;
