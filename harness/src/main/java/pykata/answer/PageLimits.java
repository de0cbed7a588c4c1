package pykata.answer;

import java.util.Map;

/**
 * How much an answer page may hold.
 *
 * @param claims the most
 * @param visible the most words that a reader sees at once
 * @param folded the most words more, in folds
 */
record PageLimits(int claims, int visible, int folded) {

    private static final PageLimits USUAL = new PageLimits(7, 1200, 600);

    /** By the question's id: those that ask several things, each of which has its own claims. */
    private static final Map<String, PageLimits> EXCEPTIONS =
            Map.of("tooling/toolchain", new PageLimits(10, 1600, 800));

    static PageLimits of(Question question) {
        return EXCEPTIONS.getOrDefault(question.id(), USUAL);
    }
}
