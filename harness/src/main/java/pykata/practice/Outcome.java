package pykata.practice;

import java.util.Arrays;

/** How holding a file against a kata's checks ends. */
public enum Outcome {
    SOLVED("solved"),
    WRONG_ANSWER("wrong answer"),
    SYNTAX_ERROR("syntax error"),
    IMPORT_ERROR("import error"),
    LIMIT_HIT("limit hit"),
    OUR_FAULT("our own fault");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    static Outcome of(String text) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no outcome: " + text));
    }

    @Override
    public String toString() {
        return text;
    }
}
