package org.partnerhub.consent.ending;

import java.util.Set;
import java.util.function.Function;
import org.partnerhub.consent.permit.Reliance;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;

/**
 * A consent that ends before its time, wholly or in part.
 *
 * @param subject whom the consent is about, by the id that it was recorded under
 * @param ended of something that left, or may be leaving, in reliance on the consent: the categories that it covers no more; none
 *     where it still covers all of them
 */
public record Ending(ConsentId consent, PersonId subject, Kind kind, Function<Reliance, Set<Category>> ended) {

    /** The whole of it was taken back. */
    public static Ending withdrawn(ConsentId consent, PersonId subject) {
        return new Ending(consent, subject, Kind.WITHDRAWN, Reliance::categories);
    }

    /** It goes on for less. */
    public static Ending narrowed(ConsentId consent, PersonId subject, Function<Reliance, Set<Category>> ended) {
        return new Ending(consent, subject, Kind.NARROWED, ended);
    }

    /** A refusal came after it, for the same or a part of it. */
    public static Ending superseded(ConsentId consent, PersonId subject, Function<Reliance, Set<Category>> ended) {
        return new Ending(consent, subject, Kind.SUPERSEDED, ended);
    }

    /** Why it ends. */
    public enum Kind {
        WITHDRAWN,
        NARROWED,
        SUPERSEDED
    }
}
