package org.partnerhub.consent.sample;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.LogFilter;
import org.partnerhub.consent.log.Period;
import org.partnerhub.contracts.schema.Violation;

/**
 * What a sample is drawn by. The same terms draw the same entries from a log of the same size.
 *
 * @param size how many, at most
 * @param from first day, by England's calendar
 * @param until last day
 * @param seed written before each sequence number, with a colon between, and hashed: the smallest hashes are drawn
 */
public record SampleTerms(int size, LocalDate from, LocalDate until, LogFilter filter, String seed) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEED_BYTES = 8;

    /** With a seed made up where none is given. */
    public static SampleTerms of(int size, LocalDate from, LocalDate until, LogFilter filter, @Nullable String seed) {
        return new SampleTerms(size, from, until, filter, seed == null ? madeUp() : seed);
    }

    private static String madeUp() {
        byte[] bytes = new byte[SEED_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Everything that is wrong with them.
     *
     * @param kinds codes of the kinds of entry that there are
     */
    public List<Violation> violations(Instant now, Set<String> kinds) {
        List<Violation> found = new ArrayList<>(period().violations(now));
        if (!kinds.containsAll(filter.kinds())) {
            found.add(new Violation("/filter/kinds", "Name kinds of entry as docs/audit-events.md lists them."));
        }
        return found;
    }

    /** Of which days. */
    public Period period() {
        return new Period(from, until);
    }
}
