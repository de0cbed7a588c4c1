package pykata.basics.enterprisefeatures;

/** The bank says no. */
public final class CardRefused extends RuntimeException {

    public CardRefused(String why) {
        super(why);
    }
}
