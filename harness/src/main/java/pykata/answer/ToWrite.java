package pykata.answer;

import java.util.List;
import java.util.Optional;

/** No block yet: what somebody is still to write there. */
final class ToWrite implements Block {

    @Override
    public Optional<List<String>> content(Place place) {
        return Optional.empty();
    }

    @Override
    public Optional<String> problem(Place place) {
        return Optional.of("not yet written: " + place.argument());
    }
}
