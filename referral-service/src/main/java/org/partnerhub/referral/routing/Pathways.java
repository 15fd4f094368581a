package org.partnerhub.referral.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyUnusable;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import tools.jackson.core.JsonPointer;

/** policy/pathways.yml: ordered rows of which the first that holds decides. What no row may decide goes to a person. */
public final class Pathways {

    private final Areas areas;
    private final Map<Purpose, Set<Category>> tells;
    private final Set<Purpose> tellsOnlyItself;
    private final List<Pathway> rows;

    private Pathways(Areas areas, Map<Purpose, Set<Category>> tells, Set<Purpose> tellsOnlyItself, List<Pathway> rows) {
        this.areas = areas;
        this.tells = Map.copyOf(tells);
        this.tellsOnlyItself = Set.copyOf(tellsOnlyItself);
        this.rows = List.copyOf(rows);
    }

    private record File(
            List<Areas.Area> areas,
            Map<String, Set<Category>> tells,
            @JsonProperty("tells-only-what-came-with-it") Set<Purpose> tellsOnlyItself,
            List<Pathway> pathways) {}

    /**
     * Reads the file.
     *
     * @throws PolicyUnusable where a row sends something of which the file does not say what is told
     */
    public static Pathways of(PolicyFile policy) {
        File file = policy.as(File.class);
        Map<Purpose, Set<Category>> tells = file.tells().entrySet().stream()
                .collect(Collectors.toMap(it -> new Purpose(it.getKey()), it -> Set.copyOf(it.getValue())));
        for (Pathway row : file.pathways()) {
            if (!tells.keySet().containsAll(row.when().purpose())) {
                throw new PolicyUnusable(List.of(policy.problem(
                        JsonPointer.compile("/tells"),
                        "Say under 'tells' what each purpose of the pathway '" + row.name() + "' tells.")));
            }
        }
        return new Pathways(new Areas(file.areas()), tells, file.tellsOnlyItself(), file.pathways());
    }

    /** The authorities that the hub serves. */
    public Areas areas() {
        return areas;
    }

    /** The purposes that a partner may ask for. */
    public Set<Purpose> purposes() {
        return rows.stream().flatMap(row -> row.when().purpose().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** What a recipient would use for the purpose; how much of it goes is decided each time. */
    public Set<Category> tells(Purpose purpose) {
        return tells.getOrDefault(purpose, Set.of());
    }

    /** Whether only what came with the referral itself is told, not the story that others told before. */
    public boolean tellsOnlyItself(Purpose purpose) {
        return tellsOnlyItself.contains(purpose);
    }

    /** The route of one ask, with the reason why. */
    public Route route(Situation situation, Directory directory) {
        String authority = areas.authorityOf(situation.area()).orElse(null);
        return rows.stream()
                .filter(row -> row.when().holds(situation, authority))
                .findFirst()
                .map(row -> destination(row, situation, authority, directory))
                .orElseGet(() -> noRow(authority));
    }

    private static Route destination(
            Pathway row, Situation situation, @Nullable String authority, Directory directory) {
        return switch (row.to()) {
            case Destination.Person(String ask) -> new Route.ToAPerson("judgement", sentence(ask));
            case Destination.TheOneNamed() ->
                Optional.ofNullable(situation.named())
                        .flatMap(directory::recipient)
                        .map(recipient -> to(row, recipient))
                        .orElseGet(() -> new Route.ToAPerson(
                                "recipient",
                                "The recipient that the sender named is no longer there; ask who takes it."));
            case Destination.Role(String role, Destination.Of of) ->
                switch (of) {
                    case EVERYWHERE -> only(row, directory, role, recipient -> recipient.area() == null);
                    case CHILDS_SCHOOL ->
                        only(
                                row,
                                directory,
                                role,
                                recipient -> situation.schoolUrn() != null
                                        && situation.schoolUrn().equals(recipient.schoolUrn()));
                    case CHILDS_AREA ->
                        authority == null
                                ? areaUnknown()
                                : only(row, directory, role, recipient -> authority.equals(recipient.area()));
                };
        };
    }

    private static Route only(
            Pathway row, Directory directory, String role, java.util.function.Predicate<Directory.Recipient> serves) {
        List<Directory.Recipient> found = directory.recipients().stream()
                .filter(recipient -> recipient.role().equals(role))
                .filter(serves)
                .toList();
        return found.size() == 1
                ? to(row, found.getFirst())
                : new Route.ToAPerson(
                        "recipient",
                        "The pathway '" + row.name() + "' finds " + (found.isEmpty() ? "no" : "more than one")
                                + " recipient with the role " + role + " here; ask who takes it.");
    }

    private static Route to(Pathway row, Directory.Recipient recipient) {
        return new Route.To(recipient.id(), row.name(), row.why());
    }

    private static Route noRow(@Nullable String authority) {
        return authority == null
                ? areaUnknown()
                : new Route.ToAPerson("pathway", "No pathway covers this ask; ask who takes it.");
    }

    private static Route areaUnknown() {
        return new Route.ToAPerson("area", "Ask the sender which council's area the child lives in.");
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
