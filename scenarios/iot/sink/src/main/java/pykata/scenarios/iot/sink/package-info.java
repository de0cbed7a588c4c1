/** From the log to tables: what was accepted, what was noticed, what is dead, and the ledger of it all. */
@NullMarked
package pykata.scenarios.iot.sink;

import org.jspecify.annotations.NullMarked;
