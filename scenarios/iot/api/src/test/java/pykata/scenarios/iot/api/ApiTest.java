package pykata.scenarios.iot.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pykata.scenarios.iot.wire.Devices;

@Timeout(600)
class ApiTest {

    private static final String NO_LOG = "127.0.0.1:1";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    private FilledStore store;
    private Api api;

    @BeforeEach
    void start() throws SQLException, IOException {
        store = FilledStore.in(folder);
        api = Api.start(0, NO_LOG, store.url(), new Sent(folder.resolve("sent")));
    }

    @AfterEach
    void end() throws Exception {
        api.close();
        client.close();
    }

    private JsonNode get(String path, int status) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api.uri() + path)).build();
        var response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        return json.readTree(response.body());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return get(path, 200);
    }

    @Test
    void devices_come_by_the_page() throws IOException, InterruptedException {
        var first = get("/devices?limit=20");
        assertThat(first.get("devices")).hasSize(20);
        assertThat(first.get("devices").get(3).toString())
                .startsWith("{\"name\":\"d000003\",\"device\":3,\"readings\":60,\"seq\":59,\"ts\":1764470590000,");
        assertThat(first.get("next").asInt()).isEqualTo(19);
        assertThat(first.get("total").asInt()).isEqualTo(30);

        var second = get("/devices?limit=20&after=19");
        assertThat(second.get("devices")).hasSize(10);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void devices_with_an_open_alert_are_found() throws IOException, InterruptedException {
        assertThat(get("/devices?alerts=1").get("devices").findValuesAsText("name"))
                .containsExactly("d000011");
        assertThat(get("/devices").get("alerts").asInt()).isEqualTo(1);
    }

    @Test
    void a_device_is_shown_with_what_is_newest() throws IOException, InterruptedException {
        var device = get("/devices/d000007");

        assertThat(device.get("newest")).hasSize(60);
        assertThat(device.get("newest").get(0).get("seq").asInt()).isEqualTo(59);
        assertThat(device.get("windows")).hasSize(60);
        assertThat(device.get("minutes").findValuesAsText("readings"))
                .startsWith("2", "6")
                .hasSize(11);
        assertThat(device.get("hours").findValuesAsText("readings").stream()
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(60);
        assertThat(device.get("dead_letters").get(0).get("reason").asText()).isIn("range", "clock");
        assertThat(get("/devices/7")).isEqualTo(device);
    }

    @Test
    void windows_come_newest_first_of_one_device_or_of_all() throws IOException, InterruptedException {
        var all = get("/windows?limit=5").get("windows");
        assertThat(all).hasSize(5);
        assertThat(all.get(0).get("start").asLong()).isEqualTo(FilledStore.START + 590_000);
        assertThat(all.get(0).get("devices").asInt()).isEqualTo(30);
        assertThat(all.get(0).get("readings").asInt()).isEqualTo(30);

        assertThat(get("/windows?device=d000007&limit=5").get("windows").findValuesAsText("start"))
                .hasSize(5)
                .first()
                .isEqualTo(Long.toString(FilledStore.START + 590_000));
    }

    @Test
    void the_ledger_adds_up() throws IOException, InterruptedException, SQLException {
        var ledger = get("/ledger");
        assertThat(ledger.get("received").asInt()).isEqualTo(60 * 35);
        assertThat(ledger.get("accepted").asInt()).isEqualTo(60 * 30);
        assertThat(ledger.get("duplicates").asInt()).isEqualTo(60 * 3);
        assertThat(ledger.get("dead").asInt()).isEqualTo(60 * 2);
        assertThat(ledger.get("reasons").toString()).isEqualTo("{\"clock\":60,\"range\":60}");
        assertThat(ledger.get("balanced").asBoolean()).isTrue();
        assertThat(ledger.get("stored").asInt()).isEqualTo(60 * 30);
        assertThat(ledger.get("letters").asInt()).isEqualTo(60 * 2);
        assertThat(ledger.get("sent").isNull()).isTrue();
        assertThat(ledger.get("rules").findValuesAsText("version")).containsExactly("2", "1");

        store.loseOne();
        Files.writeString(folder.resolve("sent"), "2200\n");
        assertThat(get("/ledger").get("stored").asInt())
                .isEqualTo(get("/ledger").get("accepted").asInt() - 1);
        assertThat(get("/ledger").get("sent").asInt()).isEqualTo(2_200);
    }

    @Test
    void without_a_log_the_lag_is_an_error_that_says_so() throws IOException, InterruptedException {
        assertThat(get("/lag", 503).get("error").asText()).startsWith("the log does not answer");
    }

    @Test
    void without_a_store_there_is_an_error_that_says_so() throws Exception {
        var missing = folder.resolve("missing.db");
        try (var lonely = Api.start(0, NO_LOG, "jdbc:sqlite:" + missing, new Sent(null))) {
            var request = HttpRequest.newBuilder(URI.create(lonely.uri() + "/devices"))
                    .build();
            var response = client.send(request, BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("the store does not answer");
            assertThat(missing).doesNotExist();
        }
    }

    @Test
    void a_fault_of_the_server_is_answered_and_said() throws IOException, InterruptedException, SQLException {
        store.spoilTotals();
        var before = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(get("/ledger", 500).toString()).isEqualTo("{\"error\":\"a fault of the server\"}");
        } finally {
            System.setErr(before);
        }

        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("java.lang.NullPointerException")
                .contains("Answers.ledger");
        assertThat(get("/devices").get("devices")).isNotEmpty();
    }

    @Test
    void a_number_that_no_device_has_is_shown_as_it_is() throws IOException, InterruptedException, SQLException {
        store.reading(Devices.LIMIT);
        store.reading(Integer.MAX_VALUE);

        var devices = get("/devices?limit=2&after=28");
        assertThat(devices.get("devices").findValuesAsText("name")).containsExactly("d000029", "1000000");
        assertThat(get("/devices?limit=2&after=" + devices.get("next").asText())
                        .get("devices")
                        .findValuesAsText("name"))
                .containsExactly("2147483647");
        store.alert(Devices.LIMIT, true);
        store.alert(-1, true);
        try (var stream = alerts("")) {
            assertThat(names(stream, 5)).endsWith("1000000 true", "-1 true");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/devices?limit=x        | 400 | 'limit' is a number from 1 to 1000, not 'x'",
                "/devices?limit=0        | 400 | 'limit'",
                "/devices?limit=1001     | 400 | 1001",
                "/devices?limit=1e3      | 400 | 1e3",
                "/devices?limit          | 400 | 'limit'",
                "/devices?limt=5         | 400 | 'limt'",
                "/devices?limit=1&limit=2| 400 | twice",
                "/devices?after=-2       | 400 | 'after'",
                "/devices?limit=%C3      | 400 | 'limit'",
                "/devices/x              | 400 | 'x'",
                "/devices/               | 400 | d000123",
                "/devices/d000999        | 404 | d000999",
                "/devices/1;drop         | 400 | 1;drop",
                "/devices/7?x=1          | 400 | 'x'",
                "/windows?device=x       | 400 | 'x'",
                "/windows?device=999999  | 200 |",
                "/ledger?x=1             | 400 | 'x'",
                "/alerts?after=nonsense  | 400 | nonsense",
                "/alerts?after=1:2,      | 400 | 1:2,",
                "/nothing                | 404 | /nothing",
                "/..%2fetc%2fpasswd      | 404 | etc"
            })
    void a_bad_request_is_told_what_was_wrong(String path, int status, String words)
            throws IOException, InterruptedException {
        var answer = get(path.strip(), status);

        if (words != null) {
            assertThat(answer.get("error").asText()).contains(words);
        }
    }

    @ParameterizedTest
    @CsvSource({"POST", "DELETE", "HEAD", "PATCH"})
    void only_get_is_answered(String method) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api.uri() + "/devices"))
                .method(method, BodyPublishers.ofString("x"))
                .build();

        var response = client.send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET");
    }

    /** A page from elsewhere can have its own name point here; the browser then says that name. */
    @Test
    void another_hosts_name_is_refused() throws IOException {
        assertThat(raw("GET /ledger HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(raw("GET /ledger HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", api.uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void alerts_come_as_they_are_stored_and_after_a_break_from_where_it_was()
            throws IOException, InterruptedException, SQLException {
        String place;
        try (var stream = alerts("")) {
            assertThat(names(stream, 3)).containsExactly("d000003 true", "d000011 true", "d000003 false");
            store.alert(5, true);
            assertThat(names(stream, 1)).containsExactly("d000005 true");
            place = stream.place;
        }
        store.alert(6, true);
        store.alert(5, false);
        try (var stream = alerts(place)) {
            assertThat(names(stream, 2)).containsExactly("d000006 true", "d000005 false");
        }
    }

    private static List<String> names(Alerts stream, int count) throws IOException {
        var names = new ArrayList<String>();
        while (names.size() < count) {
            names.add(stream.next());
        }
        return names;
    }

    private Alerts alerts(String place) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api.uri() + "/alerts"));
        if (!place.isEmpty()) {
            request.header("Last-Event-ID", place);
        }
        var response = client.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new Alerts(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    private final class Alerts implements AutoCloseable {

        private final BufferedReader lines;
        private String place = "";

        Alerts(BufferedReader lines) {
            this.lines = lines;
        }

        String next() throws IOException {
            while (true) {
                var line = lines.readLine();
                if (line.startsWith("id: ")) {
                    place = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    var alert = json.readTree(line.substring("data: ".length()));
                    return alert.get("name").asText() + " "
                            + (alert.get("is_open").asInt() == 1);
                }
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
