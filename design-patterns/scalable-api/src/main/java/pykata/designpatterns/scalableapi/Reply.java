package pykata.designpatterns.scalableapi;

import java.util.List;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;

/**
 * What a context answers, copied out of it: no value of a context goes further than this.
 *
 * @param body a character for each byte
 */
record Reply(int status, List<List<String>> headers, String body) {

    static final Reply TOO_LATE = problem(504, "the deadline has passed");
    static final Reply FAILED = problem(500, "this is our fault");
    static final Reply TOO_LARGE = problem(413, "the body is too large");
    static final Reply BUSY = problem(503, "try again later").with("Retry-After", "1");
    static final Reply FINE = new Reply(200, List.of(List.of("Content-Type", "application/json")), "{}");

    /** @param answer what {@code api.replies.call} returns */
    static Reply of(Value answer) {
        var headers = Stream.iterate(0, i -> i + 1)
                .limit(answer.getArrayElement(1).getArraySize())
                .map(i -> answer.getArrayElement(1).getArrayElement(i))
                .map(pair -> List.of(
                        pair.getArrayElement(0).asString(),
                        pair.getArrayElement(1).asString()))
                .toList();
        return new Reply(
                answer.getArrayElement(0).asInt(),
                headers,
                answer.getArrayElement(2).asString());
    }

    private static Reply problem(int status, String title) {
        var body = "{\"status\": %d, \"title\": \"%s\"}".formatted(status, title);
        return new Reply(status, List.of(List.of("Content-Type", "application/problem+json")), body);
    }

    private Reply with(String header, String value) {
        return new Reply(
                status,
                Stream.concat(headers.stream(), Stream.of(List.of(header, value)))
                        .toList(),
                body);
    }
}
