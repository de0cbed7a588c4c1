package pykata.scenarios.iot.wire;

/**
 * What a processor says to a version of the rules that it was offered.
 *
 * @param version 0 if the record is no version at all
 * @param isUsed from its next frame on
 * @param reason why not; empty if it is used
 * @param at in ms since 1970
 */
public record RuleReport(int version, boolean isUsed, String reason, long at) {

    public byte[] toJson() {
        return Json.write(this);
    }

    public static RuleReport fromJson(byte[] json) {
        return Json.read(json, RuleReport.class);
    }
}
