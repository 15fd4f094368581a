package org.partnerhub.consent.log;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.partnerhub.transparency.Checkpoint;
import org.partnerhub.transparency.SigningKey;
import org.partnerhub.transparency.VerificationKey;

/**
 * How the log is signed and watched.
 *
 * @param origin the log's name in every checkpoint
 * @param earlierKeys keys that signed before rotation, for exports to name
 * @param stopConsentAfter how long an entry may wait for a checkpoint before decisions that rest on consent stop
 */
public record LogSettings(String origin, SigningKey key, List<VerificationKey> earlierKeys, Duration stopConsentAfter) {

    public LogSettings {
        earlierKeys = List.copyOf(earlierKeys);
    }

    public VerificationKey verificationKey() {
        return Checkpoint.verificationKey(origin, key);
    }

    /** The key in use and those before it. */
    public List<VerificationKey> everyKey() {
        return Stream.concat(Stream.of(verificationKey()), earlierKeys.stream()).toList();
    }
}
