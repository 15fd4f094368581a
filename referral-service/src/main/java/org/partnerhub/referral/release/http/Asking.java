package org.partnerhub.referral.release.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.AnswerPlaces;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What whoever asks for a story or a file has to say: why, and for which of its places. */
@Component
class Asking {

    private final Pathways pathways;
    private final KnownDirectory directory;
    private final AnswerPlaces places;

    Asking(Pathways pathways, KnownDirectory directory, AnswerPlaces places) {
        this.pathways = pathways;
        this.directory = directory;
        this.places = places;
    }

    /**
     * The purpose that a code means.
     *
     * @throws BadInput where nothing can be asked for it
     */
    Purpose purpose(String code) {
        return Optional.of(code)
                .filter(it -> it.matches("[a-z0-9]+(-[a-z0-9]+)*"))
                .map(Purpose::new)
                .filter(pathways.purposes()::contains)
                .filter(it -> !pathways.tellsOnlyItself(it))
                .orElseThrow(() -> new BadInput("/purpose", "Write a purpose for which a story can be asked."));
    }

    /**
     * The place that asks: the one that is named, or the partner's usual or only one.
     *
     * @throws BadInput where it is not clear which of its own
     */
    RecipientId recipient(PartnerId partner, @Nullable String named) {
        List<RecipientId> own = directory.last().stream()
                .flatMap(known -> known.operatedBy(partner).stream())
                .map(Recipient::id)
                .toList();
        Optional<RecipientId> itself = directory.last().flatMap(known -> places.sure(partner, known));
        if (named == null && itself.isPresent()) {
            return itself.get();
        }
        return own.stream()
                .filter(it -> it.value().equals(named))
                .findFirst()
                .orElseThrow(() -> new BadInput("/recipient", "Write which of your recipients asks."));
    }

    static ResponseEntity<ProblemDetail> refused(Missing missing) {
        ProblemDetail problem =
                ProblemResponse.problem(HttpStatus.FORBIDDEN, "not-permitted", Withholding.sentence(missing));
        problem.setProperty("missing", missing.name().toLowerCase(Locale.ROOT));
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
