package org.partnerhub.consent.decision.reference;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.override.OverrideRecord;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.release.ReleaseRecord;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * One generated question with everything around it.
 *
 * @param purpose absent where the file does not have it
 * @param recipient absent where the directory does not have it
 * @param requester absent where the hub pushes
 */
public record Case(
        @Nullable PurposePolicy purpose,
        @Nullable Recipient recipient,
        Set<Category> categories,
        @Nullable PartnerId requester,
        List<Agreement> agreements,
        List<ConsentRecord> consents,
        List<OverrideRecord> overrides,
        List<ReleaseRecord> releases,
        boolean protectedWhereabouts,
        Instant now) {}
