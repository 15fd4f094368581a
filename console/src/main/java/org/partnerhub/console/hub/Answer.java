package org.partnerhub.console.hub;

import java.util.List;
import java.util.Optional;

/** What came of asking a service. */
public sealed interface Answer<T> {

    /** The service answered; where it logs looks, this one is an entry now. */
    record Given<T>(T value) implements Answer<T> {}

    /** The service does not let this officer do it; nothing was shown or changed. */
    record NotAllowed<T>(List<String> remedies) implements Answer<T> {
        public NotAllowed {
            remedies = List.copyOf(remedies);
        }
    }

    /** There is no such thing. */
    record NotThere<T>() implements Answer<T> {}

    /** As it stands now it cannot be done, mostly because somebody else changed it meanwhile; nothing of this officer's was saved. */
    record NotNow<T>(List<String> remedies) implements Answer<T> {
        public NotNow {
            remedies = List.copyOf(remedies);
        }
    }

    /** The service wants something mended first; its own sentences say what. */
    record NotAccepted<T>(List<String> remedies) implements Answer<T> {
        public NotAccepted {
            remedies = List.copyOf(remedies);
        }
    }

    /** The service could not be asked, or could not answer. */
    record Unavailable<T>() implements Answer<T> {}

    /** What was asked for, where it was given. */
    default Optional<T> given() {
        return this instanceof Given<T>(var value) ? Optional.of(value) : Optional.empty();
    }
}
