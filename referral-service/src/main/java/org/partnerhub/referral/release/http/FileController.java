package org.partnerhub.referral.release.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.attachment.Attachment;
import org.partnerhub.referral.attachment.store.Attachments;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where partners read a file that a story names: decided, released and logged by its category, as the story's words are. */
@RestController
class FileController {

    private final PulledDisclosures disclosures;
    private final Attachments attachments;
    private final Asking asking;
    private final String audience;

    FileController(
            PulledDisclosures disclosures,
            Attachments attachments,
            Asking asking,
            @Value("${spring.application.name}") String audience) {
        this.disclosures = disclosures;
        this.attachments = attachments;
        this.asking = asking;
        this.audience = audience;
    }

    @GetMapping("/people/{id}/attachments/{attachment}")
    @Nullable
    ResponseEntity<?> read(
            @PathVariable PersonId id,
            @PathVariable UUID attachment,
            @RequestParam String purpose,
            @RequestParam(required = false) @Nullable String recipient,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        PartnerId partner = new PartnerId(caller.requiredPartner());
        Optional<Attachment> found = attachments.released(id, attachment);
        if (found.isEmpty()) {
            return ProblemResponse.of(
                    HttpStatus.NOT_FOUND, "not-found", "There is no such file of this person that may be read now.");
        }
        DecisionRequest request = new DecisionRequest(
                id,
                asking.recipient(partner, recipient),
                asking.purpose(purpose),
                Set.of(found.get().category()),
                UUID.randomUUID(),
                1,
                Set.of(audience),
                "attachment/" + attachment,
                partner.value());
        return switch (disclosures.pullBytes(request, (permit, decided) -> leaving(found.get()))) {
            case Pulled.Told told -> disclosures.tell(told, response);
            case Pulled.Refused(Missing missing) -> Asking.refused(missing);
            case Pulled.Undecided() -> Undecidable.later();
        };
    }

    /** A file has one category, so a permit for any part of it is one for all of it. */
    private Leaving leaving(Attachment file) {
        return Leaving.file(attachments.bytes(file.hash()), file.type().mediaType(), file.name());
    }
}
