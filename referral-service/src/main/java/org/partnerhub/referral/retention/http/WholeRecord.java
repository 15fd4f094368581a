package org.partnerhub.referral.retention.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.attachment.Attachment;
import org.partnerhub.referral.attachment.Scan;
import org.partnerhub.referral.retention.LegalHold;
import org.partnerhub.referral.retention.store.ToldOfPeople;
import org.partnerhub.referral.retention.store.ToldOfPeople.Description;
import org.partnerhub.referral.retention.store.ToldOfPeople.Referred;
import org.partnerhub.referral.story.Contribution;
import org.partnerhub.referral.story.Story;
import org.partnerhub.referral.story.StoryPart;
import org.partnerhub.referral.story.store.StoryPartName;

/** Somebody's whole record as an officer sees it: every part in the order in which it was told, with what became of it. */
record WholeRecord(
        PersonId person,
        List<Part> parts,
        List<File> attachments,
        List<Hold> legalHolds,
        List<Description> descriptions,
        List<Referred> referrals) {

    /**
     * One part.
     *
     * @param superseded whether its author has put something in its place since, or taken it back
     */
    record Part(
            UUID id,
            String form,
            Category category,
            StoryPart told,
            @Nullable LocalDate occurredOn,
            PartnerId by,
            Instant at,
            @Nullable ReferralId referral,
            @Nullable UUID corrects,
            boolean superseded) {

        static Part of(Contribution it, Set<UUID> superseded) {
            return new Part(
                    it.id(),
                    StoryPartName.of(it.part()),
                    it.part().category(),
                    it.part(),
                    it.occurredOn(),
                    it.by(),
                    it.at(),
                    it.referral(),
                    it.corrects(),
                    superseded.contains(it.id()));
        }
    }

    record File(
            UUID id,
            Category category,
            String name,
            String mediaType,
            long bytes,
            Scan scan,
            PartnerId by,
            Instant at,
            @Nullable Instant takenBackAt) {

        static File of(Attachment it) {
            return new File(
                    it.id(),
                    it.category(),
                    it.name(),
                    it.type().mediaType(),
                    it.size(),
                    it.scan(),
                    it.by(),
                    it.at(),
                    it.takenBackAt());
        }
    }

    record Hold(
            UUID id,
            PersonId person,
            String setBy,
            Instant setAt,
            @Nullable Instant endedAt) {

        static Hold of(LegalHold it) {
            return new Hold(it.id(), it.person(), it.setBy(), it.setAt(), it.endedAt());
        }
    }

    static WholeRecord of(
            PersonId person, Story story, List<Attachment> attachments, List<LegalHold> holds, ToldOfPeople told) {
        Set<UUID> superseded = story.superseded();
        return new WholeRecord(
                person,
                story.parts().stream().map(it -> Part.of(it, superseded)).toList(),
                attachments.stream().map(File::of).toList(),
                holds.stream().map(Hold::of).toList(),
                told.descriptions(person),
                told.referrals(person));
    }
}
