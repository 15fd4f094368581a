package org.partnerhub.referral.referral.store;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Partner;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.Unplaced;
import org.partnerhub.referral.story.Keeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what the hub has no form for beside its referral, as long as a story's part of the same author; officers alone read it. */
@Repository
class KeptUnplaced {

    private final JdbcClient database;
    private final KnownDirectory directory;

    KeptUnplaced(JdbcClient database, KnownDirectory directory) {
        this.database = database;
        this.directory = directory;
    }

    /** Keeps it, where there is any; in the caller's transaction. */
    void keep(ReferralId referral, PartnerId by, @Nullable Unplaced unplaced, Instant at) {
        if (unplaced == null) {
            return;
        }
        String kind = directory
                .last()
                .flatMap(known -> known.partner(by))
                .map(Partner::kind)
                .orElse("");
        database.sql("""
                        insert into unplaced (referral_id, form, content, keeping, told_by, told_at)
                        values (:referral, :form, :content, :keeping, :by, :at)
                        """)
                .param("referral", referral.value())
                .param("form", unplaced.form())
                .param("content", unplaced.text())
                .param("keeping", Keeping.of(Category.REFERRAL, kind).code())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
