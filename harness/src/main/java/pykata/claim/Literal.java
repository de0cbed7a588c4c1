package pykata.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** A JSON value in Python's notation: the readers' own. */
final class Literal {

    private Literal() {}

    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "None";
            case BOOLEAN -> value.asBoolean() ? "True" : "False";
            case STRING -> quoted(value.asText());
            case ARRAY -> value.valueStream().map(Literal::of).collect(Collectors.joining(", ", "[", "]"));
            case OBJECT ->
                value.propertyStream()
                        .map(entry -> quoted(entry.getKey()) + ": " + of(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> value.asText();
        };
    }

    private static String quoted(String text) {
        var escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
        return escaped.contains("'") && !escaped.contains("\"")
                ? "\"" + escaped + "\""
                : "'" + escaped.replace("'", "\\'") + "'";
    }
}
