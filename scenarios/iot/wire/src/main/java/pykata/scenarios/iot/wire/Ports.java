package pykata.scenarios.iot.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback interface. */
public final class Ports {

    private Ports() {}

    /**
     * A port that nobody listens to. Somebody may take it before it is used: whoever listens then fails and says so.
     */
    public static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
