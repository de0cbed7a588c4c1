package pykata.scenarios.iot.wire;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The options of a process: {@code --name value}, or {@code --name} alone for yes. */
public final class Options {

    private static final Pattern ADDRESS = Pattern.compile("(.+):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param known the names that may be said, without dashes
     * @throws IllegalArgumentException if something else is said, or the same twice
     */
    public static Options of(String[] arguments, String... known) {
        var names = Set.of(known);
        var values = new LinkedHashMap<String, String>();
        for (var i = 0; i < arguments.length; i++) {
            var name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (!names.contains(name)) {
                throw new IllegalArgumentException("no option is called " + arguments[i]);
            }
            var hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            if (values.put(name, hasValue ? arguments[++i] : "") != null) {
                throw new IllegalArgumentException("--%s is said twice".formatted(name));
            }
        }
        return new Options(values);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * @throws IllegalArgumentException if it is missing
     */
    public String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("--%s is missing".formatted(name)));
    }

    /**
     * @return with the host's name as it was said: it is not looked up
     * @throws IllegalArgumentException if it is missing, or not HOST:PORT
     */
    public InetSocketAddress address(String name) {
        var text = required(name);
        var address = ADDRESS.matcher(text);
        var port = address.matches() ? Integer.parseInt(address.group(2)) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("--%s takes HOST:PORT, not '%s'".formatted(name, text));
        }
        return InetSocketAddress.createUnresolved(address.group(1), port);
    }

    /**
     * @throws IllegalArgumentException if it is no number
     */
    public int number(String name, int otherwise) {
        return number(name, otherwise, Integer::valueOf);
    }

    /**
     * @throws IllegalArgumentException if it is no number
     */
    public long number(String name, long otherwise) {
        return number(name, otherwise, Long::valueOf);
    }

    /**
     * @throws IllegalArgumentException if it is no number
     */
    public double number(String name, double otherwise) {
        return number(name, otherwise, Double::valueOf);
    }

    private <N extends Number> N number(String name, N otherwise, Function<String, N> read) {
        var text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return read.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--%s takes a number, not '%s'".formatted(name, text), e);
        }
    }
}
