package org.partnerhub.referral.routing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.referral.referral.Ask;
import org.partnerhub.referral.referral.AskedRecipient;

/** Where a referral goes that a recipient declined and said where it belongs: a recipient, or a role or kind of recipient. */
public final class BetterPlace {

    private static final String PATHWAY = "better-place";

    private final Pathways pathways;
    private final Directory directory;

    public BetterPlace(Pathways pathways, Directory directory) {
        this.pathways = pathways;
        this.directory = directory;
    }

    /**
     * What was found.
     *
     * @param ask what the better place is asked; absent where none was found
     */
    public record Found(@Nullable Ask ask, Route route) {}

    /**
     * The route to the better place.
     *
     * @param situations the situation of an ask for a purpose
     */
    public Found of(AskedRecipient declined, Function<Purpose, Situation> situations) {
        Situation here = situations.apply(declined.purpose());
        Optional<Recipient> place = Optional.ofNullable(declined.betterPlace()).flatMap(code -> place(code, here));
        if (place.isEmpty()) {
            return new Found(
                    null,
                    new Route.ToAPerson(
                            "recipient",
                            "The place that was named instead is not one place of the directory; ask who takes it."));
        }
        Ask ask = asked(place.get(), declined.purpose(), situations);
        String why = "The first recipient declined and says that it belongs here.";
        return new Found(ask, pathways.routeTo(place.get(), PATHWAY, why, situations.apply(ask.purpose()), directory));
    }

    /** A recipient's id; else the only place of that role or kind that serves the child's area. */
    private Optional<Recipient> place(String code, Situation here) {
        Optional<Recipient> named = directory.recipients().stream()
                .filter(it -> it.id().value().equals(code))
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        List<Recipient> serving = directory.recipients().stream()
                .filter(it -> it.role().equals(code) || it.kind().equals(code))
                .filter(it -> pathways.servesArea(it, here))
                .toList();
        return serving.size() == 1 ? Optional.of(serving.getFirst()) : Optional.empty();
    }

    /** The purpose that leads there: the one that was asked if it does, else the first whose pathways do. */
    private Ask asked(Recipient place, Purpose before, Function<Purpose, Situation> situations) {
        return Stream.concat(Stream.of(before), pathways.purposesInOrder().stream())
                .flatMap(purpose -> Stream.concat(
                                Stream.<Ask>of(new Ask(purpose, null, null)),
                                pathways.services(purpose).stream().sorted().map(it -> new Ask(purpose, it, null)))
                        .filter(ask -> leadsTo(place, ask, situations.apply(purpose))))
                .findFirst()
                .orElseGet(() -> new Ask(before, null, place.id()));
    }

    private boolean leadsTo(Recipient place, Ask ask, Situation situation) {
        return pathways.route(situation.asking(ask), directory) instanceof Route.To to
                && to.recipient().equals(place.id());
    }
}
