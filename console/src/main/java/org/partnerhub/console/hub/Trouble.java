package org.partnerhub.console.hub;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an officer is told where a service did not do what was asked.
 *
 * @param status of the page, as HTTP counts
 * @param sentences what happened, and what to do next
 */
public record Trouble(int status, List<String> sentences) {

    public Trouble {
        sentences = List.copyOf(sentences);
    }

    /** Nothing, where the service did what was asked. */
    public static Optional<Trouble> of(Answer<?> answer) {
        return switch (answer) {
            case Answer.Given<?> given -> Optional.empty();
            case Answer.NotAllowed<?>(var remedies) ->
                Optional.of(
                        remedies.isEmpty()
                                ? says(
                                        403,
                                        "You are not allowed to do this. Nothing was shown or changed. If you should be, ask the hub’s operator for the role.")
                                : new Trouble(403, remedies));
            case Answer.NotThere<?>() ->
                Optional.of(says(404, "There is no such thing here. Check the id, or go back to the list."));
            case Answer.NotNow<?>(var remedies) ->
                Optional.of(
                        remedies.isEmpty()
                                ? says(
                                        409,
                                        "Somebody else changed this while you had it open. Nothing of yours was saved. Read what it says now and decide again.")
                                : new Trouble(
                                        409,
                                        Stream.concat(
                                                        remedies.stream(),
                                                        Stream.of(
                                                                "Nothing of yours was saved. Read what it says now and decide again."))
                                                .toList()));
            case Answer.NotAccepted<?>(var remedies) -> Optional.of(new Trouble(400, remedies));
            case Answer.Unavailable<?>() ->
                Optional.of(
                        says(
                                503,
                                "The hub cannot answer at the moment. Nothing is shown. Try again in a minute; if it lasts, tell the hub’s operator."));
        };
    }

    private static Trouble says(int status, String sentence) {
        return new Trouble(status, List.of(sentence));
    }
}
