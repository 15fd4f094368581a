package org.partnerhub.fhir.message.outgoing;

import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.Target;

/**
 * A disclosure as a message Bundle. The Bundle's id is the delivery's, the same on every attempt, so that a receiver can drop a
 * repeat and name it in its answer.
 */
public final class OutgoingMessages {

    /** What whoever has a referral hears of it later: it was taken back, or an answer is overdue. No answer, but an update of it. */
    private static final Purpose FOLLOW_UP = new Purpose("referral-follow-up");

    private OutgoingMessages() {}

    /**
     * The message that says what the disclosure says.
     *
     * @param answers the id of the partner's message that this answers, where it answers one
     * @param again whether the recipient has had the referral before: then it is an update of it
     */
    public static Bundle message(Disclosure disclosure, Target target, @Nullable String answers, boolean again) {
        Entries entries = new Entries(disclosure.delivery());
        MessageHeader header = header(disclosure, target, entries, answers, again);
        switch (disclosure.kind()) {
            case "withdrawal" -> header.addFocus(WithdrawalMapping.addTo(entries, disclosure));
            case "feedback" -> header.addFocus(FeedbackMapping.addTo(entries, disclosure));
            default -> header.addFocus(ReferralMapping.addTo(entries, disclosure));
        }
        return bundle(disclosure, entries);
    }

    private static MessageHeader header(
            Disclosure disclosure, Target target, Entries entries, @Nullable String answers, boolean again) {
        Reference sender = entries.reference("hub");
        Reference receiver = entries.reference("recipient");
        MessageHeader header = switch (disclosure.kind()) {
            case "withdrawal" -> WithdrawalMapping.header(target, sender, receiver);
            case "feedback" ->
                disclosure.purpose().equals(FOLLOW_UP)
                        ? ReferralMapping.header("update", target, sender, receiver)
                        : FeedbackMapping.header(target, sender, receiver, answers, disclosure.delivery());
            default -> ReferralMapping.header(again ? "update" : "new", target, sender, receiver);
        };
        entries.add(
                "header",
                header,
                header.hasDefinition()
                        ? Bars.headerProfile(header.getEventCoding().getCode())
                        : Bars.ukCore("MessageHeader"));
        entries.add("hub", OrganizationMapping.hub(), Bars.ukCore("Organization"));
        entries.add("recipient", OrganizationMapping.recipient(disclosure.recipient()), Bars.ukCore("Organization"));
        return header;
    }

    private static Bundle bundle(Disclosure disclosure, Entries entries) {
        UUID delivery = disclosure.delivery();
        Bundle bundle = new Bundle();
        bundle.setId(delivery.toString());
        bundle.getMeta().addProfile(Bars.BUNDLE_PROFILE);
        bundle.getIdentifier().setSystem(Hub.DELIVERY).setValue(delivery.toString());
        bundle.setType(Bundle.BundleType.MESSAGE);
        bundle.setTimestamp(Date.from(disclosure.disclosedAt()));
        entries.into(bundle);
        return bundle;
    }
}
