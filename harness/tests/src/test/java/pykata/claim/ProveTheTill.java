package pykata.claim;

import java.util.Arrays;

/** Proves the till's answer in a JVM of its own, and says what became of the attempts: {@code ProveTheTill <test> <strict>…}. */
final class ProveTheTill {

    private ProveTheTill() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        var test = Class.forName(arguments[0]);
        for (var strict : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            var verdict = TillAnswer.asItIs().with("pykata.strict", strict).prove(test);
            System.out.println("strict: " + strict + verdict.printed());
            verdict.green().forEach(title -> System.out.println("green " + title));
            verdict.skipped().forEach(message -> System.out.println("skipped " + message));
            verdict.red().forEach(message -> System.out.println("red " + message));
        }
    }
}
