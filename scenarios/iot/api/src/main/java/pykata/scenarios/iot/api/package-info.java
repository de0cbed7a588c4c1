/** What people and programs see of the system: a small HTTP API over the store, and one page. */
@NullMarked
package pykata.scenarios.iot.api;

import org.jspecify.annotations.NullMarked;
