package pykata.practice;

import com.fasterxml.jackson.annotation.JsonValue;

/** How holding a file against a kata's checks ends. */
public enum Outcome {
    SOLVED("solved", 0),
    WRONG_ANSWER("wrong answer", 1),
    SYNTAX_ERROR("syntax error", 2),
    IMPORT_ERROR("import error", 2),
    LIMIT_HIT("limit hit", 3),
    OUR_FAULT("our own fault", 3);

    private final String text;
    private final int status;

    Outcome(String text, int status) {
        this.text = text;
        this.status = status;
    }

    /** The exit status of a command that ends in this. */
    public int status() {
        return status;
    }

    /** As the checks' report has it too. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
