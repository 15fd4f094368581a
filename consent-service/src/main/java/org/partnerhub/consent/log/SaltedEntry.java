package org.partnerhub.consent.log;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnerhub.transparency.Commitment;
import org.partnerhub.transparency.Entry;
import org.partnerhub.transparency.Hash;

/**
 * A draft with its time and salts: the leaf that stays for ever, and the values that can be erased.
 *
 * @param leaf what the tree commits to
 * @param values salts and values by field
 */
public record SaltedEntry(EntryDraft draft, Instant at, String leaf, SortedMap<String, Commitment> values) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static SaltedEntry of(EntryDraft draft, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        byte[] salts = new byte[draft.fields().size() * Commitment.SALT_BYTES];
        RANDOM.nextBytes(salts);
        SortedMap<String, Commitment> values = new TreeMap<>();
        SortedMap<String, Hash> hashes = new TreeMap<>();
        int used = 0;
        for (var field : draft.fields().entrySet()) {
            byte[] salt = new byte[Commitment.SALT_BYTES];
            System.arraycopy(salts, used, salt, 0, salt.length);
            used += salt.length;
            Commitment value = new Commitment(Base64.getEncoder().encodeToString(salt), field.getValue());
            values.put(field.getKey(), value);
            hashes.put(field.getKey(), value.hash());
        }
        String leaf = new Entry(draft.id(), at, draft.kind().code(), hashes).leaf();
        return new SaltedEntry(draft, at, leaf, values);
    }
}
