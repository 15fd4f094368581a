package org.partnerhub.console.delivery;

/**
 * What came of it.
 *
 * @param skipped how many stood otherwise by then, or can be sent by nobody
 * @param more whether others of the state are left
 */
public record Replayed(int released, int skipped, boolean more) {

    public String words() {
        String words = switch (released) {
            case 0 -> "Nothing is tried again";
            case 1 -> "One delivery is tried again now. It is decided afresh";
            default -> released + " deliveries are tried again now. Each is decided afresh";
        };
        String others = skipped == 0
                ? ""
                : skipped == 1
                        ? " One was left as it is: it stands otherwise by now, or no channel reaches its recipient."
                        : " " + skipped
                                + " were left as they are: they stand otherwise by now, or no channel reaches their recipients.";
        return words + ", and the act is in the disclosure log." + others
                + (more ? " More are left; try again for the rest." : "");
    }
}
