package pykata.basics.enterprisefeatures;

/** A port of the check-out: Python calls it and knows no Java type. */
public interface Payments {

    /**
     * Takes the money; gives the receipt's number.
     *
     * @throws CardRefused if the bank says no
     */
    String charge(long cents, String currency);
}
