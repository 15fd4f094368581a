package org.partnerhub.fhir.referral;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.partnerhub.contracts.identity.ReferralId;

/**
 * The id of the Task that a recipient has in a referral: recipients' names are too long for FHIR's 64 characters, so they stand in it
 * as the beginning of a hash.
 */
public record TaskId(ReferralId referral, String place) {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.([0-9a-f]{16})");
    private static final int PLACE_BYTES = 8;

    public static TaskId of(ReferralId referral, Standing.Part part) {
        String place = part.recipient().value() + " " + part.purpose().value();
        byte[] hash = sha256().digest(place.getBytes(StandardCharsets.UTF_8));
        return new TaskId(referral, HexFormat.of().formatHex(hash, 0, PLACE_BYTES));
    }

    /** Reads the id; nothing where the hub gives no such ids. */
    public static Optional<TaskId> read(String text) {
        Matcher id = FORM.matcher(text);
        return id.matches() ? Optional.of(new TaskId(ReferralId.of(id.group(1)), id.group(2))) : Optional.empty();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return referral + "." + place;
    }
}
