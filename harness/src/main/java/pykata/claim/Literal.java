package pykata.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A JSON value in Python's notation: the readers' own. */
public final class Literal {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}", Pattern.UNICODE_CHARACTER_CLASS);

    private Literal() {}

    public static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "None";
            case BOOLEAN -> value.asBoolean() ? "True" : "False";
            case STRING -> quoted(value.asText());
            case ARRAY -> value.valueStream().map(Literal::of).collect(Collectors.joining(", ", "[", "]"));
            case OBJECT ->
                value.propertyStream()
                        .map(entry -> quoted(entry.getKey()) + ": " + of(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> value.isFloatingPointNumber() ? real(value.asDouble()) : value.asText();
        };
    }

    /** Python changes to an exponent elsewhere than Java, and writes it otherwise. */
    private static String real(double value) {
        if (value == 0) {
            return Double.toString(value);
        }
        var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            return shortest.setScale(Math.max(shortest.scale(), 1)).toPlainString();
        }
        return "%se%+03d".formatted(shortest.movePointLeft(exponent).toPlainString(), exponent);
    }

    private static String quoted(String text) {
        var escaped = CONTROL.matcher(text.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\r", "\\r"))
                .replaceAll(
                        control -> "\\\\x%02x".formatted((int) control.group().charAt(0)));
        return escaped.contains("'") && !escaped.contains("\"")
                ? "\"" + escaped + "\""
                : "'" + escaped.replace("'", "\\'") + "'";
    }
}
