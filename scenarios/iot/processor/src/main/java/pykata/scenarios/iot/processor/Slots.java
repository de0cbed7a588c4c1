package pykata.scenarios.iot.processor;

import java.util.Arrays;

/**
 * Numbers the devices of a frame from 0, in the order in which they first appear. It is used again for each frame, and
 * makes nothing on the way but larger arrays when a frame is larger than any before.
 */
final class Slots {

    private static final int FREE = -1;

    private int[] table = new int[0]; // hash -> slot, by open addressing
    private int[] devices = new int[0]; // slot -> device
    private int[] slots = new int[0]; // reading -> slot
    private int used;

    /** Numbers the devices of a frame's readings. */
    void assign(int[] deviceOfReading) {
        var n = deviceOfReading.length;
        used = 0;
        if (slots.length < n) {
            slots = new int[n];
            devices = new int[n];
            table = new int[Integer.highestOneBit(Math.max(1, n)) * 4];
        }
        Arrays.fill(table, FREE);
        for (var k = 0; k < n; k++) {
            slots[k] = slotOf(deviceOfReading[k]);
        }
    }

    private int slotOf(int device) {
        var mask = table.length - 1;
        var at = device * 0x9E3779B9 >>> 7 & mask;
        while (table[at] != FREE) {
            if (devices[table[at]] == device) {
                return table[at];
            }
            at = at + 1 & mask;
        }
        devices[used] = device;
        table[at] = used;
        return used++;
    }

    /** How many devices there are. */
    int count() {
        return used;
    }

    int device(int slot) {
        return devices[slot];
    }

    /** The slot of each reading; longer than the frame, if another was larger. */
    int[] ofReadings() {
        return slots;
    }
}
