package pykata.basics.methodkinds;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;

/** What Python finds at each way to a method, beside what Java's class file has fixed for its counterpart. */
record BindingTable(List<Row> rows) {

    /**
     * @param stored the object in the class's {@code __dict__}, before any lookup
     * @param java how the counterpart in Java is declared
     */
    record Row(String python, String stored, String fromClass, String fromInstance, String java) {}

    /**
     * Looks each method up, the Python ones by running Python's own lookup.
     *
     * @param names as Python writes them: Java's {@code isValid} is {@code is_valid}
     */
    static BindingTable of(Value type, Value instance, Class<?> javaType, List<String> names) {
        return new BindingTable(names.stream()
                .map(name -> row(type, instance, name, method(javaType, camelCase(name))))
                .toList());
    }

    private static Row row(Value type, Value instance, String name, Method counterpart) {
        return new Row(
                name,
                kind(type.getMember("__dict__").invokeMember("get", name)),
                kind(type.getMember(name)),
                kind(instance.getMember(name)),
                Modifier.isStatic(counterpart.getModifiers()) ? "static" : "instance");
    }

    private static String kind(Value found) {
        return found.getMetaObject().getMetaSimpleName();
    }

    private static String camelCase(String name) {
        return Pattern.compile("_(.)")
                .matcher(name)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
