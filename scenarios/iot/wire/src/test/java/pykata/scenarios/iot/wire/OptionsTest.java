package pykata.scenarios.iot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void options_are_read_by_their_names() {
        var options = of("--port", "9092", "--wiped", "--directory", "/a b");

        assertThat(options.number("port", 0)).isEqualTo(9_092);
        assertThat(options.has("wiped")).isTrue();
        assertThat(options.required("directory")).isEqualTo("/a b");
        assertThat(options.number("rate", 1.5)).isEqualTo(1.5);
        assertThat(options.text("rate")).isEmpty();
    }

    @Test
    void what_is_not_known_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> of("--prot", "1")).withMessageContaining("--prot");
        assertThatIllegalArgumentException().isThrownBy(() -> of("port"));
        assertThatIllegalArgumentException().isThrownBy(() -> of("--port", "1", "--port", "2"));
        assertThatIllegalArgumentException().isThrownBy(() -> of().required("port"));
    }

    @Test
    void what_is_no_number_is_refused_by_its_name() {
        var options = of("--port", "http", "--rate", "x", "--wiped");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.number("port", 0))
                .withMessage("--port takes a number, not 'http'");
        assertThatIllegalArgumentException().isThrownBy(() -> options.number("rate", 1.0));
        assertThatIllegalArgumentException().isThrownBy(() -> options.number("wiped", 1L));
    }

    @Test
    void an_address_is_a_host_and_a_port() {
        var options = of("--directory", "[::1]:1883");

        assertThat(options.address("directory").getHostString()).isEqualTo("[::1]");
        assertThat(options.address("directory").getPort()).isEqualTo(1_883);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.address("port"))
                .withMessage("--port is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "host:", "host:x", ":1883", "host:0", "host:65536", "host:99999999999"})
    void what_is_no_address_is_refused_by_its_name(String address) {
        var options = of("--directory", address);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.address("directory"))
                .withMessage("--directory takes HOST:PORT, not '%s'".formatted(address));
    }

    @Test
    void a_port_that_is_in_use_is_said_to_be() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Ports.mustBeFree(taken.getLocalPort()))
                    .withMessageContaining("port " + taken.getLocalPort());
        }
        Ports.mustBeFree(Ports.free());
    }

    private static Options of(String... arguments) {
        return Options.of(arguments, "port", "wiped", "directory", "rate");
    }
}
