package org.partnerhub.referral.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyUnusable;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.referral.referral.AnswerPlaces;

/** policy/pathways.yml: ordered rows of which the first that holds decides. What no row may decide goes to a person. */
public final class Pathways {

    private final PathwaysFile file;
    private final Areas areas;
    private final WorkingDays calendar;

    private Pathways(PathwaysFile file, WorkingDays calendar) {
        this.file = file;
        this.areas = new Areas(file.areas());
        this.calendar = calendar;
    }

    /**
     * Reads the file.
     *
     * @throws PolicyUnusable where a purpose could fall through, a name is taken twice or a row names what is not there
     */
    public static Pathways of(PolicyFile policy, WorkingDays calendar) {
        return new Pathways(PathwaysFile.of(policy), calendar);
    }

    /** The authorities that the hub serves. */
    public Areas areas() {
        return areas;
    }

    /** The purposes that a partner may ask for. */
    public Set<Purpose> purposes() {
        return file.pathways().stream()
                .flatMap(row -> row.when().purpose().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same, in the order in which the file first names them: what comes first comes before the rest. */
    List<Purpose> purposesInOrder() {
        return file.pathways().stream()
                .flatMap(row -> row.when().purpose().stream())
                .distinct()
                .toList();
    }

    /** Whether a recipient serves everywhere, or the area that the child lives in. */
    boolean servesArea(Recipient recipient, Situation situation) {
        return recipient.area() == null
                || areas.authorityOf(situation.child().area())
                        .filter(recipient.area()::equals)
                        .isPresent();
    }

    /** What may be asked for in particular under a purpose. */
    public Set<String> services(Purpose purpose) {
        return file.pathways().stream()
                .filter(row -> row.when().purpose().contains(purpose))
                .flatMap(row -> Stream.ofNullable(row.when().service()).flatMap(List::stream))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where partners that run several places hear what becomes of their referrals. */
    public AnswerPlaces answerPlaces() {
        return new AnswerPlaces(file.hearsAt().entrySet().stream()
                .collect(Collectors.toMap(it -> new PartnerId(it.getKey()), Map.Entry::getValue)));
    }

    /** Whether a GSS code is one of an authority or district that the hub serves. */
    public boolean serves(String area) {
        return areas.authorityOf(area).isPresent();
    }

    /** What a recipient would use for the purpose; how much of it goes is decided each time. */
    public Set<Category> tells(Purpose purpose) {
        return file.tells().getOrDefault(purpose.value(), Set.of());
    }

    /** Whether only what came with the referral itself is told, not the story that others told before. */
    public boolean tellsOnlyItself(Purpose purpose) {
        return file.tellsOnlyItself().contains(purpose);
    }

    /** The route of one ask, with the reason why. */
    public Route route(Situation situation, Directory directory) {
        Circumstances here = circumstances(situation);
        return file.pathways().stream()
                .filter(row -> row.when().holds(situation, here))
                .findFirst()
                .map(row -> gated(destination(row, situation, here, directory), situation, here, directory))
                .orElseGet(() -> new Route.ToAPerson("pathway", "No pathway covers this ask; ask who takes it."));
    }

    /**
     * The route to a recipient that somebody who was asked names as the better place: the gates and the area's doubt hold there
     * too.
     */
    public Route routeTo(Recipient recipient, String pathway, String why, Situation situation, Directory directory) {
        return gated(new Route.To(recipient.id(), pathway, why, null), situation, circumstances(situation), directory);
    }

    /** The name of the row that decides. */
    Optional<String> deciding(Situation situation) {
        Circumstances here = circumstances(situation);
        return file.pathways().stream()
                .filter(row -> row.when().holds(situation, here))
                .map(Pathway::name)
                .findFirst();
    }

    private Circumstances circumstances(Situation situation) {
        String area = situation.child().area();
        String authority = areas.authorityOf(area).orElse(null);
        Set<String> open = file.hours().entrySet().stream()
                .filter(it -> it.getValue().isOpen(situation.at(), calendar))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Circumstances(
                authority, areas.districtOf(area).orElse(null), open, doubt(authority, situation.child()));
    }

    /** Where the postcode says otherwise than the sender: the code is taken, and the doubt is flagged. */
    private @Nullable String doubt(@Nullable String authority, Situation.Child child) {
        return areas.hintedBy(child.postcode())
                .filter(hinted -> authority != null && !hinted.authority().equals(authority) && !child.areaIsSure())
                .map(hinted -> "The postcode suggests " + hinted.name()
                        + ", the sender gave another area; ask which council's area the child lives in.")
                .orElse(null);
    }

    private Route destination(Pathway row, Situation situation, Circumstances here, Directory directory) {
        return switch (row.to()) {
            case Destination.Person(String ask, String missing) -> new Route.ToAPerson(missing, sentence(ask));
            case Destination.TheOneNamed() ->
                Optional.ofNullable(situation.named())
                        .flatMap(directory::recipient)
                        .map(recipient -> to(row, recipient, null))
                        .orElseGet(() -> new Route.ToAPerson(
                                "recipient", "The recipient that was named is no longer there; ask who takes it."));
            case Destination.Role(String role, Destination.Of of) -> ofRole(row, role, of, situation, here, directory);
        };
    }

    private Route ofRole(
            Pathway row, String role, Destination.Of of, Situation situation, Circumstances here, Directory directory) {
        String school = situation.child().schoolUrn();
        return switch (of) {
            case EVERYWHERE -> only(row, directory, role, it -> it.area() == null, null);
            case CHILDS_SCHOOL ->
                only(row, directory, role, it -> school != null && school.equals(it.schoolUrn()), null);
            case CHILDS_AREA ->
                inArea(
                        situation,
                        here,
                        () -> only(
                                row,
                                directory,
                                role,
                                it -> it.area() != null && it.area().equals(here.authority()),
                                here.doubt()));
            case CHILDS_DISTRICT -> inArea(situation, here, () -> inDistrict(row, role, situation, here, directory));
        };
    }

    /** What cannot wait goes by the sender's word at once, the doubt beside it; anything else waits until the area is sure. */
    private Route inArea(Situation situation, Circumstances here, java.util.function.Supplier<Route> route) {
        String doubt = here.doubt();
        if (here.authority() == null) {
            return areaUnknown(situation);
        }
        return doubt == null || file.cannotWait().contains(situation.purpose())
                ? route.get()
                : new Route.ToAPerson("area-in-doubt", doubt);
    }

    private Route inDistrict(Pathway row, String role, Situation situation, Circumstances here, Directory directory) {
        String district = here.district();
        List<ByDistrict> places = file.byDistrict().getOrDefault(role, List.of());
        return Optional.ofNullable(district)
                .flatMap(known ->
                        ByDistrict.only(places, known, situation.child().postcode()))
                .flatMap(directory::recipient)
                .map(recipient -> to(row, recipient, here.doubt()))
                .orElseGet(() -> new Route.ToAPerson(
                        "district", "Ask in which district, and in which part of it, the child lives."));
    }

    private static Route only(
            Pathway row, Directory directory, String role, Predicate<Recipient> serves, @Nullable String doubt) {
        List<Recipient> found = directory.recipients().stream()
                .filter(recipient -> recipient.role().equals(role))
                .filter(serves)
                .toList();
        return found.size() == 1
                ? to(row, found.getFirst(), doubt)
                : new Route.ToAPerson(
                        "recipient",
                        "The pathway '" + row.name() + "' finds " + (found.isEmpty() ? "no" : "more than one")
                                + " recipient with the role " + role + " here; ask who takes it.");
    }

    private Route gated(Route route, Situation situation, Circumstances here, Directory directory) {
        return switch (route) {
            case Route.ToAPerson person -> person;
            case Route.To to ->
                directory
                        .recipient(to.recipient())
                        .flatMap(recipient -> file.gates().stream()
                                .filter(gate -> gate.holdsBack(situation, here.authority(), recipient))
                                .findFirst())
                        .<Route>map(gate -> new Route.ToAPerson(gate.needs().code(), gate.why()))
                        .orElse(to);
        };
    }

    private static Route to(Pathway row, Recipient recipient, @Nullable String doubt) {
        return new Route.To(recipient.id(), row.name(), row.why(), doubt);
    }

    private Route areaUnknown(Situation situation) {
        String hint = areas.hintedBy(situation.child().postcode())
                .map(area -> " The postcode suggests " + area.name() + ", which decides nothing.")
                .orElse("");
        return new Route.ToAPerson("area", "Ask which council's area the child lives in." + hint);
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
