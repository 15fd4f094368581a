package org.partnerhub.fhir.message.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.Target;

/** A consent that was withdrawn, as a message of the hub's own event: BaRS has none, and cancelling the referral would be untrue. */
final class WithdrawalMapping {

    private WithdrawalMapping() {}

    static MessageHeader header(Target target, Reference sender, Reference receiver) {
        return MessageHeaderMapping.header(
                new Coding(Hub.EVENTS, Hub.WITHDRAWAL_EVENT, "Consent withdrawn"), "new", target, sender, receiver);
    }

    static Reference addTo(Entries entries, Disclosure disclosure) {
        Communication notice = new Communication();
        notice.setStatus(Communication.CommunicationStatus.COMPLETED);
        notice.addAbout(new Reference()
                .setIdentifier(new Identifier().setSystem(Hub.REFERRAL).setValue(disclosure.reference())));
        notice.setSubject(new Reference()
                .setIdentifier(new Identifier()
                        .setSystem(Hub.PERSON)
                        .setValue(disclosure.subject().toString())));
        notice.setSentElement(new DateTimeType(disclosure.disclosedAt().toString()));
        List<String> words = words(disclosure);
        words.forEach(line -> notice.addPayload().setContent(new StringType(Text.clean(line))));
        notice.setText(Narratives.of(words));
        return entries.add("notice", notice);
    }

    private static List<String> words(Disclosure disclosure) {
        List<String> words = new ArrayList<>();
        words.add("A consent that you rely on was withdrawn: use what you were given under it no further.");
        Disclosure.Ended ended = disclosure.ended();
        if (ended != null) {
            words.add("Purpose: " + ended.purpose().value());
            words.add("Categories: "
                    + ended.categories().stream().map(Category::code).sorted().collect(Collectors.joining(", ")));
            words.add("Given to you from " + ended.firstAt() + " to " + ended.lastAt());
        }
        return words;
    }
}
