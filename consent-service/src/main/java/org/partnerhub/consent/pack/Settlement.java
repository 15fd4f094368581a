package org.partnerhub.consent.pack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.schema.Violation;

/**
 * How an officer settled a piece.
 *
 * @param thirdParty whether it tells of somebody else
 * @param seriousHarm whether its telling would be likely to do serious harm
 * @param text what is left of it where passages are blacked out
 * @param note why, for whoever looks at it later
 */
public record Settlement(
        boolean thirdParty,
        boolean seriousHarm,
        Treatment treatment,
        @Nullable String text,
        @Nullable Ground ground,
        @Nullable String note) {

    /** Given as it is; nobody else is in it and it harms nobody. */
    public static Settlement plain() {
        return new Settlement(false, false, Treatment.INCLUDE, null, null, null);
    }

    /** What is wrong with it; nothing where it can stand. */
    public List<Violation> violations(Piece piece) {
        List<Violation> found = new ArrayList<>();
        if (treatment == Treatment.INCLUDE) {
            including(found);
        } else if (ground == null) {
            found.add(new Violation("/ground", "Name the ground on which it is kept back."));
        }
        if (treatment == Treatment.WITHHOLD && note == null) {
            found.add(new Violation("/note", "Write why it is kept back, for whoever looks at it later."));
        }
        if ((treatment == Treatment.REDACT) != (text != null)) {
            found.add(
                    new Violation("/text", "Send the text with [redacted] for what is taken out, just where some is."));
        } else if (text != null && !Redaction.isOf(text, piece.text())) {
            found.add(
                    new Violation(
                            "/text",
                            "Leave the words as they are and write [redacted] for what is taken out; nothing is added or changed."));
        }
        return found;
    }

    private void including(List<Violation> found) {
        if (ground != null) {
            found.add(new Violation("/ground", "Leave the ground out: the piece is given whole."));
        }
        if (seriousHarm) {
            found.add(new Violation("/treatment", "What would do serious harm is taken out or kept back."));
        }
        if (thirdParty && note == null) {
            found.add(
                    new Violation("/note", "Write whether the other person agreed, or why it is reasonable without."));
        }
    }

    @Override
    public String toString() {
        return "Settlement[" + treatment.code() + "]";
    }
}
