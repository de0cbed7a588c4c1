package pykata.scenarios.iot.devices;

import java.util.Arrays;

/** Ways in which a payload is no reading. Each keeps the publish's index somewhere, so that no two payloads are equal. */
enum Corruption {
    /** A connection that broke, or a full disk. */
    CUT {
        @Override
        byte[] applied(String whole, int index) {
            return Planned.utf8(("{\"index\":" + index + "," + whole).substring(0, 20));
        }
    },
    NOT_UTF8 {
        @Override
        byte[] applied(String whole, int index) {
            var bytes = Planned.utf8(index + whole);
            bytes[bytes.length - 1] = (byte) 0xC3;
            return bytes;
        }
    },
    NOT_A_NUMBER {
        @Override
        byte[] applied(String whole, int index) {
            return Planned.utf8("{\"seq\":%d,\"ts\":1764470000000,\"value\":NaN}".formatted(index));
        }
    },
    WRONG_TYPE {
        @Override
        byte[] applied(String whole, int index) {
            return Planned.utf8("{\"seq\":\"%d\",\"ts\":1764470000000,\"value\":1}".formatted(index));
        }
    },
    KEY_TWICE {
        @Override
        byte[] applied(String whole, int index) {
            return Planned.utf8("{\"seq\":%d,\"seq\":0,\"ts\":1764470000000,\"value\":1}".formatted(index));
        }
    },
    SECONDS {
        @Override
        byte[] applied(String whole, int index) {
            return Planned.utf8("{\"seq\":%d,\"ts\":1764470000,\"value\":1}".formatted(index));
        }
    },
    TOO_LARGE_A_NUMBER {
        @Override
        byte[] applied(String whole, int index) {
            return Planned.utf8("{\"seq\":9223372036854775807,\"ts\":1764470000000,\"value\":%d}".formatted(index));
        }
    },
    TOO_LONG {
        @Override
        byte[] applied(String whole, int index) {
            var bytes = Arrays.copyOf(Planned.utf8("%d %s".formatted(index, whole)), 70_000);
            Arrays.fill(bytes, whole.length(), bytes.length, (byte) ' ');
            return bytes;
        }
    };

    abstract byte[] applied(String whole, int index);

    static Corruption of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }
}
