package org.partnerhub.console.people.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnerhub.console.people.Description;
import org.partnerhub.console.people.Description.Fact;
import org.partnerhub.console.people.LikePair;
import org.partnerhub.console.people.SideBySide;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishDate;
import tools.jackson.databind.JsonNode;

/** Reads referral-service's answers about people who may be one. */
final class FoundPeople {

    private FoundPeople() {}

    static List<LikePair> list(JsonNode answer) {
        return answer.path("reviews").valueStream().map(FoundPeople::pair).toList();
    }

    static SideBySide look(JsonNode answer) {
        return new SideBySide(pair(answer.path("review")), side(answer.path("person")), side(answer.path("other")));
    }

    private static LikePair pair(JsonNode it) {
        return new LikePair(
                text(it, "id"),
                it.path("doubts").valueStream().map(JsonNode::asString).toList(),
                text(it, "raisedBy"),
                Instant.parse(text(it, "raisedAt")),
                text(it, "settledAs"));
    }

    private static SideBySide.Side side(JsonNode it) {
        return new SideBySide.Side(
                text(it, "person"),
                it.path("descriptions")
                        .valueStream()
                        .map(FoundPeople::description)
                        .toList(),
                it.path("relations").valueStream().map(FoundPeople::relation).toList());
    }

    private static String relation(JsonNode it) {
        return "%s: %s, told by %s"
                .formatted(Codes.inWords(text(it, "relation")), text(it, "person"), Codes.inWords(text(it, "source")));
    }

    private static Description description(JsonNode it) {
        return new Description(text(it, "by"), Instant.parse(text(it, "at")), facts(it.path("demographics")));
    }

    private static Map<Fact, String> facts(JsonNode it) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(
                Fact.NAME,
                joined(" ", it.path("name").path("given"), it.path("name").path("family")));
        facts.put(Fact.KNOWN_AS, joined(", ", it.path("knownAs")));
        facts.put(Fact.BORN, day(text(it, "birthDate")));
        facts.put(Fact.NHS_NUMBER, text(it, "nhsNumber").replaceFirst("(\\d{3})(\\d{3})(\\d{4})", "$1 $2 $3"));
        facts.put(Fact.NO_NHS_NUMBER, Codes.inWords(text(it, "nhsNumberAbsent")));
        facts.put(Fact.PUPIL_NUMBER, text(it, "upn"));
        facts.put(
                Fact.ADDRESS,
                joined(
                        ", ",
                        it.path("address").path("lines"),
                        it.path("address").path("postcode")));
        facts.put(Fact.TELEPHONE, text(it, "telephone"));
        facts.put(Fact.SCHOOL, text(it, "schoolUrn"));
        facts.put(Fact.COUNCIL, text(it, "authority"));
        facts.put(Fact.AGENCY_NUMBERS, numbers(it.path("agencyNumbers")));
        facts.put(Fact.WHEREABOUTS, it.path("whereaboutsProtected").asBoolean(false) ? "Protected" : "");
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private static String numbers(JsonNode issued) {
        return issued.valueStream()
                .map(it -> Codes.inWords(text(it, "issuer")) + " " + text(it, "value"))
                .collect(Collectors.joining(", "));
    }

    /** Texts and lists of texts, as one. */
    private static String joined(String between, JsonNode... parts) {
        return Stream.of(parts)
                .flatMap(it -> it.isArray() ? it.valueStream() : Stream.of(it))
                .map(it -> it.asString(""))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static String day(String written) {
        return written.isEmpty() ? "" : EnglishDate.of(LocalDate.parse(written));
    }

    private static String text(JsonNode it, String field) {
        return it.path(field).asString("");
    }
}
