package org.partnerhub.fhir.exchange.outgoing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.MessageDefinition;
import org.partnerhub.fhir.message.Target;
import org.springframework.stereotype.Component;

/**
 * Asks a partner's server what it takes before a message goes there, and remembers it. Source: BaRS, "Capability and message definition":
 * {@code GET /metadata}, then {@code GET /MessageDefinition?context=SERVICE}. Nothing about anybody is in either.
 */
@Component
class PartnerAbilities {

    private static final int MOST_PARTNERS = 10_000;

    private final FhirContext fhir;
    private final PartnerServers servers;
    private final Cache<Place, Abilities> known;

    PartnerAbilities(FhirContext fhir, PartnerServers servers, OutgoingSettings settings) {
        this.fhir = fhir;
        this.servers = servers;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_PARTNERS)
                .expireAfterWrite(settings.abilitiesKept())
                .build();
    }

    /** One service at one server. */
    private record Place(URI base, Target target) {}

    /**
     * What it takes.
     *
     * @param base of the server, with a slash at its end
     * @param until when the permit of the message ends
     */
    Abilities of(URI base, Target target, Instant until) {
        return Objects.requireNonNull(known.get(new Place(base, target), place -> asked(place, until)));
    }

    private Abilities asked(Place place, Instant until) {
        return read(servers.get(place.base().resolve("metadata"), until), CapabilityStatement.class)
                .map(said -> new Abilities(
                        said.getFhirVersion() == null
                                ? ""
                                : said.getFhirVersion().toCode(),
                        takesMessages(said),
                        definesMessages(said) ? events(place, until) : Set.of()))
                .orElse(Abilities.UNSAID);
    }

    private static boolean takesMessages(CapabilityStatement said) {
        return said.hasMessaging()
                || said.getRest().stream()
                        .flatMap(rest -> rest.getOperation().stream())
                        .anyMatch(it -> "process-message".equals(it.getName())
                                || String.valueOf(it.getDefinition()).endsWith("process-message"));
    }

    private static boolean definesMessages(CapabilityStatement said) {
        return said.getRest().stream()
                .flatMap(rest -> rest.getResource().stream())
                .anyMatch(it -> "MessageDefinition".equals(it.getType()));
    }

    private Set<String> events(Place place, Instant until) {
        String context = URLEncoder.encode(place.target().asEndpoint(), StandardCharsets.UTF_8);
        return read(servers.get(place.base().resolve("MessageDefinition?context=" + context), until), Bundle.class)
                .map(PartnerAbilities::events)
                .orElse(Set.of());
    }

    private static Set<String> events(Bundle definitions) {
        return definitions.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(MessageDefinition.class::isInstance)
                .map(it -> ((MessageDefinition) it).getEventCoding().getCode())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private <T extends IBaseResource> Optional<T> read(Reply reply, Class<T> type) {
        if (!(reply instanceof Reply.Answered answer) || answer.status() != 200) {
            return Optional.empty();
        }
        IParser parser = answer.contentType().contains("xml") ? fhir.newXmlParser() : fhir.newJsonParser();
        parser.setParserErrorHandler(new LenientErrorHandler(false));
        try {
            IBaseResource resource = parser.parseResource(new String(answer.body(), StandardCharsets.UTF_8));
            return type.isInstance(resource) ? Optional.of(type.cast(resource)) : Optional.empty();
        } catch (DataFormatException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
