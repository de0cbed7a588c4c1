package pykata.measured;

import java.util.List;

/** In which times are told. */
enum TimeUnit {
    NANOSECONDS("ns", 1),
    MICROSECONDS("µs", 1e3),
    MILLISECONDS("ms", 1e6);

    private final String symbol;
    private final double nanoseconds;

    TimeUnit(String symbol, double nanoseconds) {
        this.symbol = symbol;
        this.nanoseconds = nanoseconds;
    }

    static TimeUnit fitting(List<Result> results) {
        return fitting(results.stream().mapToDouble(Result::score).min().orElse(1));
    }

    /** In which the least is still told with some digits. */
    static TimeUnit fitting(double least) {
        return least >= 1e5 ? MILLISECONDS : least >= 1e3 ? MICROSECONDS : NANOSECONDS;
    }

    String symbol() {
        return symbol;
    }

    double in(double score) {
        return score / nanoseconds;
    }

    String of(double score) {
        return Tables.digits(in(score));
    }
}
