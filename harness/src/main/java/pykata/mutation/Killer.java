package pykata.mutation;

/** What kills a mutant. */
enum Killer {
    ASSERTION("an assertion"),
    CRASH("a crash"),
    HANG("a hang"),
    NOTHING("nothing");

    private final String text;

    Killer(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
