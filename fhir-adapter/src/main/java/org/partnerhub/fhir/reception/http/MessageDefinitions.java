package org.partnerhub.fhir.reception.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MessageDefinition;
import org.hl7.fhir.r4.model.MessageDefinition.MessageSignificanceCategory;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.incoming.Workflow;

/**
 * The messages that a service behind the hub takes, for a sender that asks before it sends (BaRS: {@code GET
 * /MessageDefinition?context=SERVICE&context=USECASE}).
 */
final class MessageDefinitions {

    private static final LocalDate CHANGED = LocalDate.of(2026, 11, 26);

    /** Where a service, and what is asked of it, may be named; the hub has none of BaRS's own use cases. */
    private static final Set<String> CONTEXTS = Set.of(Bars.DOS_SERVICE, Hub.RECIPIENT, Hub.PARTNER, Hub.PURPOSE);

    private MessageDefinitions() {}

    /** All that fit every context; each is written {@code system|code}. */
    static Bundle of(List<String> contexts) {
        Bundle found = new Bundle();
        found.setType(Bundle.BundleType.SEARCHSET);
        if (contexts.stream().allMatch(MessageDefinitions::isTheHubs)) {
            Stream.concat(workflow(), Stream.of(encounter()))
                    .forEach(it -> found.addEntry()
                            .setFullUrl(it.getUrl())
                            .setResource(it)
                            .getSearch()
                            .setMode(Bundle.SearchEntryMode.MATCH));
        }
        found.setTotal(found.getEntry().size());
        return found;
    }

    private static boolean isTheHubs(String context) {
        int bar = context.indexOf('|');
        return bar > 0 && CONTEXTS.stream().anyMatch(it -> Bars.sameSystem(context.substring(0, bar), it));
    }

    private static Stream<MessageDefinition> workflow() {
        return Workflow.lines().stream()
                .map(Workflow.Line::event)
                .distinct()
                .map(event -> definition(Bars.definition(event), new Coding(Bars.MESSAGE_EVENTS, event, null))
                        .addFocus(focus("ServiceRequest")));
    }

    private static MessageDefinition encounter() {
        return definition(Hub.MESSAGE_DEFINITION + "/stay", new Coding(Bars.STAY_EVENTS, Bars.STAY_EVENT, null))
                .addFocus(focus("Encounter"));
    }

    private static MessageDefinition.MessageDefinitionFocusComponent focus(String resource) {
        return new MessageDefinition.MessageDefinitionFocusComponent()
                .setCode(resource)
                .setMin(1)
                .setMax("1");
    }

    private static MessageDefinition definition(String url, Coding event) {
        MessageDefinition definition = new MessageDefinition();
        definition.setId(event.getCode());
        definition.setUrl(url);
        definition.setStatus(PublicationStatus.ACTIVE);
        definition.setDateElement(new DateTimeType(CHANGED.toString()));
        definition.setEvent(event);
        definition.setCategory(MessageSignificanceCategory.CONSEQUENCE);
        return definition;
    }
}
