package pykata.claim;

/** One thing to be done for a claim, shown by JUnit under its title. */
abstract class Attempt {

    private final String title;
    private final ClaimProgress claim;

    Attempt(String title, ClaimProgress claim) {
        this.title = title;
        this.claim = claim;
    }

    final String title() {
        return title;
    }

    final void make(Object instance) {
        claim.executed++;
        attempt(claim, instance);
    }

    /**
     * Carries it out.
     *
     * @param instance of the claim's test class
     * @throws ClaimNotMet if it does not end as it must
     */
    abstract void attempt(ClaimProgress claim, Object instance);
}
