/** Devices, simulated: real connections, planned faults, and a ledger of what each was told. */
@NullMarked
package pykata.scenarios.iot.devices;

import org.jspecify.annotations.NullMarked;
