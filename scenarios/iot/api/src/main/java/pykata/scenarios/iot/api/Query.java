package pykata.scenarios.iot.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind the question mark. Nothing in it is passed over: a misspelt name is an error, and not "all". */
record Query(Map<String, String> values) {

    static Query of(String raw, List<String> known) throws Refusal {
        var values = new LinkedHashMap<String, String>();
        for (var pair : raw.isEmpty() ? List.<String>of() : Arrays.asList(raw.split("&"))) {
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!known.contains(name)) {
                throw Refusal.badRequest("nothing here is called '%s'; known are %s".formatted(name, known));
            }
            if (values.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
                throw Refusal.badRequest("'%s' stands there twice".formatted(name));
            }
        }
        return new Query(values);
    }

    private static String decoded(String text) throws Refusal {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("'%s' is not encoded as a URL's parts are".formatted(text));
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    long number(String name, long otherwise, long least, long most) throws Refusal {
        var text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            var number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same answer as for one that is too large.
        }
        throw Refusal.badRequest("'%s' is a number from %d to %d, not '%s'".formatted(name, least, most, text));
    }
}
