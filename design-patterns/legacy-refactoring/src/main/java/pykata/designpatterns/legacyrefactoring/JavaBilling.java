package pykata.designpatterns.legacyrefactoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What has moved to Java so far. */
final class JavaBilling {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Map<String, double[]> SHIPPING = Map.of(
            "DE", new double[] {4.9, 8.9, 19.9, 9.9, 24.9},
            "AT", new double[] {8.9, 12.9, 29.9, 19.9, 39.9},
            "CH", new double[] {14.9, 24.9, 39.9, 29.9, 59.9});

    private JavaBilling() {}

    /** The fee for paying late, rounded as Python's {@code round} does: the number as it is stored, half to even. */
    static double late(JsonNode request) {
        return late(request, (yearly, days) -> yearly * days / 365);
    }

    /** A first version: in Java, a whole number divided by a whole number is one. */
    static double lateAtFirst(JsonNode request) {
        return late(request, (yearly, days) -> yearly * (days / 365));
    }

    private interface Interest {
        double of(double yearly, long days);
    }

    private static double late(JsonNode request, Interest interest) {
        var days = ChronoUnit.DAYS.between(date(request, "due"), date(request, "day"));
        if (days <= 3) {
            return 0;
        }
        var sum = request.get("sum").asDouble();
        double fee = days > 14 ? 10 : 5;
        if (days > 30) {
            fee = request.get("cur").asText().equals("EUR") ? 25 : 40;
        }
        if (sum >= 500 || days > 30) {
            fee += interest.of(sum * 0.09, days);
        }
        return new BigDecimal(fee).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static LocalDate date(JsonNode request, String name) {
        return LocalDate.parse(request.get(name).asText(), DAY);
    }

    /** Null for a country without a price, as Python's None. */
    static Double shipping(JsonNode request) {
        var prices = SHIPPING.get(request.get("country").asText());
        if (prices == null) {
            return null;
        }
        var weight = request.get("weight").asDouble();
        if (request.get("express").asBoolean()) {
            return weight > 20 ? prices[4] : prices[3];
        }
        var isFree = request.get("country").asText().equals("DE")
                && request.get("goods").asDouble() >= 100
                && !request.get("type").asText().equals("B");
        if (isFree) {
            return 0.0;
        }
        return weight > 20 ? prices[2] : weight > 5 ? prices[1] : prices[0];
    }
}
