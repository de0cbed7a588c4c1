package pykata.claim;

/** Proves the till's answer in a JVM of its own, and says what became of the attempts. */
final class ProveTheTill {

    private ProveTheTill() {}

    public static void main(String[] arguments) {
        for (var strict : arguments) {
            var verdict = TillAnswer.asItIs().with("pykata.strict", strict).prove(Till.OnCPython.class);
            System.out.println("strict: " + strict + verdict.printed());
            verdict.green().forEach(title -> System.out.println("green " + title));
            verdict.skipped().forEach(message -> System.out.println("skipped " + message));
            verdict.red().forEach(message -> System.out.println("red " + message));
        }
    }
}
