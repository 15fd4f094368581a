package org.partnerhub.fhir.consent.incoming;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.fhir.consent.PurposesOnConsent;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;

/**
 * Purposes of a provision: the hub's own by their code, and HL7's v3-ActReason as far as it can be said in them. A permit is read at its
 * narrowest and a deny at its widest, so that the hub never shares more than was meant.
 */
final class ActReasons {

    static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    private static final String TREATMENT = "TREAT";
    private static final String RESEARCH = "HRESCH";

    /** Treatment, its payment and its running: any of them may be meant by what the hub calls health or social care. */
    private static final Set<String> CARE = Set.of(TREATMENT, "HPAYMT", "HOPERAT");

    private final PurposesOnConsent policy;

    ActReasons(PurposesOnConsent policy) {
        this.policy = policy;
    }

    /** What is permitted at least; codes that nothing of the hub's is for are left out and named. */
    Set<Purpose> permitted(List<Coding> codes, String at, List<String> notKept) {
        Set<Purpose> purposes = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            Coding code = codes.get(i);
            String element = at + ".purpose[" + i + "]";
            if (!SYSTEM.equals(code.getSystem())) {
                purposes.add(own(code, element));
            } else if (TREATMENT.equals(code.getCode())) {
                purposes.addAll(policy.certainlyTreatment());
            } else {
                notKept.add(element + ": the hub does not share for it.");
            }
        }
        return atLeastOne(purposes, at);
    }

    /** What is denied at most. */
    Set<Purpose> denied(List<Coding> codes, String at, List<String> notKept) {
        Set<Purpose> purposes = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            Coding code = codes.get(i);
            String element = at + ".purpose[" + i + "]";
            if (!SYSTEM.equals(code.getSystem())) {
                purposes.add(own(code, element));
            } else if (code.hasCode() && CARE.contains(code.getCode())) {
                purposes.addAll(policy.perhapsTreatment());
            } else {
                Unexpressed.refuse(!RESEARCH.equals(code.getCode()), element, sayIn());
                notKept.add(element + ": the hub never shares for research.");
            }
        }
        return atLeastOne(purposes, at);
    }

    private static Set<Purpose> atLeastOne(Set<Purpose> purposes, String at) {
        Unexpressed.refuse(
                purposes.isEmpty(), at + ".purpose[0]", "The hub does not share for any of these. " + sayIn());
        return purposes;
    }

    private static Purpose own(@Nullable Coding coding, String element) {
        String code = ProvisionReading.code(coding, Hub.PURPOSE, element);
        try {
            return new Purpose(code);
        } catch (IllegalArgumentException nonsense) {
            throw MessageRefused.unprocessable(element, sayIn());
        }
    }

    private static String sayIn() {
        return "Use a code of " + Hub.PURPOSE + ".";
    }
}
