package org.partnerhub.console.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.words.Fault;

/** How an officer settles a piece, as typed. */
public record TypedSettlement(
        int version,
        boolean thirdParty,
        boolean seriousHarm,
        String treatment,
        String text,
        String ground,
        String note) {

    /** Why something may be kept back, as consent-service knows it, with words for it. */
    public static final Map<String, String> GROUNDS = grounds();

    private static Map<String, String> grounds() {
        Map<String, String> grounds = new LinkedHashMap<>();
        grounds.put("third-party", "It tells of somebody else, who has not agreed");
        grounds.put("serious-harm", "It would be likely to do serious harm");
        grounds.put("child-abuse", "It is about abuse of a child, and telling is not in their interest");
        grounds.put("childs-wishes", "The child told it expecting that it would not be passed on");
        grounds.put("crime", "Telling would prejudice the prevention or detection of crime");
        grounds.put("legal-privilege", "It is legally privileged");
        return grounds;
    }

    /** The form as it is shown first: with how the piece was settled before. */
    public static TypedSettlement of(Piece piece) {
        Piece.Settled before = piece.settlement();
        return before == null
                ? new TypedSettlement(piece.version(), false, false, "", piece.text(), "", "")
                : new TypedSettlement(
                        piece.version(),
                        before.thirdParty(),
                        before.seriousHarm(),
                        before.treatment(),
                        before.text().isEmpty() ? piece.text() : before.text(),
                        before.ground(),
                        before.note());
    }

    /** What must be mended before anything is sent; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!List.of("include", "redact", "withhold").contains(treatment)) {
            faults.add(new Fault("treatment", "Choose what becomes of it."));
        } else if (!treatment.equals("include") && !GROUNDS.containsKey(ground)) {
            faults.add(new Fault("ground", "Choose the ground on which it is kept back."));
        }
        if (treatment.equals("redact") && !text.contains("[redacted]")) {
            faults.add(new Fault("text", "Write [redacted] in the place of what is taken out."));
        }
        if (note.isBlank() && (treatment.equals("withhold") || (treatment.equals("include") && thirdParty))) {
            faults.add(new Fault("note", "Enter why, for whoever looks at it later."));
        }
        return faults;
    }

    /** As consent-service takes it. */
    public Map<String, Object> sent() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", version);
        body.put("thirdParty", thirdParty);
        body.put("seriousHarm", seriousHarm);
        body.put("treatment", treatment);
        if (treatment.equals("redact")) {
            body.put("text", text.replace("\r\n", "\n"));
        }
        if (!treatment.equals("include")) {
            body.put("ground", ground);
        }
        if (!note.isBlank()) {
            body.put("note", note.strip());
        }
        return body;
    }

    @Override
    public String toString() {
        return "TypedSettlement[" + treatment + "]";
    }
}
