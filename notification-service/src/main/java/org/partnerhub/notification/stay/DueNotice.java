package org.partnerhub.notification.stay;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that has to be given now.
 *
 * @param purpose in {@code policy/purposes.yml}
 * @param about the notice that it chases, withdraws or explains
 */
public record DueNotice(
        NoticeKind kind,
        Addressee to,
        String purpose,
        @Nullable Section section,
        @Nullable UUID about) {}
