package pykata.scenarios.iot.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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

    /**
     * Says so plainly if somebody listens to a port already.
     *
     * @throws IllegalArgumentException if it cannot be listened to
     */
    public static void mustBeFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections that have ended a moment ago are in nobody's way
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "port %d of 127.0.0.1 cannot be listened to: %s".formatted(port, e.getMessage()), e);
        }
    }
}
