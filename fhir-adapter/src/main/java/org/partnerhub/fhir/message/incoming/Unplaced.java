package org.partnerhub.fhir.message.incoming;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.hl7.fhir.r4.model.StringType;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;

/**
 * What a message holds that the hub has no place for. It is passed on to nobody, because nobody has said which category it belongs to and
 * who may see it; it is kept as it came with the record of the referral, and the sender hears of it by path, without values.
 *
 * @param paths of elements and whole resources
 * @param rest those alone, as a Bundle of type collection in JSON; absent where it is not kept
 */
record Unplaced(List<String> paths, Optional<String> rest) {

    /** As schema/definitions.json has it. */
    static final int MOST_KEPT = 400_000;

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final int MOST_PATHS = 40;

    static Unplaced of(Bundle message, Carried carried) {
        Set<String> paths = new LinkedHashSet<>();
        Bundle rest = new Bundle().setType(Bundle.BundleType.COLLECTION);
        for (Bundle.BundleEntryComponent entry : message.getEntry()) {
            Resource resource = entry.getResource();
            if (resource != null && !Carried.KNOWN_OTHERWISE.contains(resource.fhirType())) {
                add(resource, entry.getFullUrl(), carried, paths, rest);
            }
        }
        return new Unplaced(List.copyOf(paths), kept(rest));
    }

    private static Optional<String> kept(Bundle rest) {
        if (rest.getEntry().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(FHIR.newJsonParser().encodeResourceToString(rest)).filter(it -> it.length() <= MOST_KEPT);
    }

    /** As it goes to referral-service: under its name, or nothing. */
    Map<String, Object> asKept() {
        return rest.map(it -> Map.<String, Object>of("unplaced", Map.of("form", "application/fhir+json", "text", it)))
                .orElseGet(Map::of);
    }

    /** A sentence for the sender, where there is any such thing. */
    List<String> remarks() {
        return said(
                rest.isPresent()
                        ? "Kept as it came and passed on to nobody, because the hub has no place for it: "
                        : "Neither kept nor passed on, because it is too long and the hub has no place for it: ");
    }

    /** The same where nothing of it is kept. */
    List<String> remarksOfWhatIsDropped() {
        return said("Neither kept nor passed on, because the hub has no place for it: ");
    }

    private List<String> said(String beginning) {
        if (paths.isEmpty()) {
            return List.of();
        }
        String more = paths.size() > MOST_PATHS ? " and " + (paths.size() - MOST_PATHS) + " more" : "";
        return List.of(
                beginning + String.join(", ", paths.stream().limit(MOST_PATHS).toList()) + more + ".");
    }

    private static void add(Resource resource, String url, Carried carried, Set<String> paths, Bundle rest) {
        String type = resource.fhirType();
        if (!carried.knows(type) || saysSomethingElse(resource)) {
            paths.add(type);
            rest.addEntry().setFullUrl(url).setResource(resource);
            return;
        }
        List<Property> unread = new ArrayList<>();
        for (Property element : resource.children()) {
            List<Base> values =
                    element.getValues().stream().filter(it -> !it.isEmpty()).toList();
            if (!values.isEmpty() && !carried.whole(type, element.getName(), values)) {
                unread.add(element);
                paths.add(type + "." + element.getName());
            }
        }
        if (!unread.isEmpty()) {
            rest.addEntry().setFullUrl(url).setResource(part(resource, unread));
        }
    }

    private static Resource part(Resource whole, List<Property> elements) {
        Resource part = ResourceFactory.createResource(whole.fhirType());
        part.setId(whole.getIdElement().getIdPart());
        for (Property element : elements) {
            element.getValues().forEach(it -> part.setProperty(element.getName(), it));
        }
        return part;
    }

    /** An Observation that is none of the story's, a Flag that is not for safeguarding. */
    private static boolean saysSomethingElse(Resource resource) {
        return switch (resource) {
            case Observation said ->
                !StoryReading.holds(said)
                        || !(said.getValue() instanceof StringType)
                        || Codes.of(List.of(said.getCode()), Hub.CATEGORY).noneMatch(StoryReading::isRead);
            case Flag flag ->
                flag.getStatus() != Flag.FlagStatus.ACTIVE
                        || Codes.of(flag.getCategory(), Bars.FLAG_CATEGORIES).noneMatch(Bars.SAFEGUARDING_FLAG::equals);
            default -> false;
        };
    }
}
