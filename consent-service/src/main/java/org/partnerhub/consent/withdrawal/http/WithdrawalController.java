package org.partnerhub.consent.withdrawal.http;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.ending.Ended;
import org.partnerhub.consent.withdrawal.Withdrawal;
import org.partnerhub.consent.withdrawal.WithdrawnBy;
import org.partnerhub.consent.withdrawal.store.Withdrawals;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WithdrawalController {

    private final Withdrawals withdrawals;
    private final Clock clock;

    WithdrawalController(Withdrawals withdrawals, Clock clock) {
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    @PostMapping("/consents/{id}/withdrawal")
    ResponseEntity<Object> withdraw(@PathVariable UUID id, @RequestBody byte[] body, Caller caller) {
        WithdrawalBody said = JsonBodies.read(body, "withdrawal", WithdrawalBody.class);
        if (said.at() != null && said.at().isAfter(clock.instant())) {
            throw new BadInput("/at", "Give the time at which it was said; it cannot be in the future.");
        }
        WithdrawnBy by = new WithdrawnBy(
                new PartnerId(caller.requiredPartner()), said.withdrawnBy().capacity(), said.reason(), said.at());
        return switch (withdrawals.withdraw(new ConsentId(id), by)) {
            case Withdrawal.Stopped(Ended.Acknowledged(var consent, var at, var holdings)) ->
                ResponseEntity.ok(new WithdrawnAnswer(consent, at, holdings));
            case Withdrawal.NotFound() ->
                ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "Check the id: you have no such consent.");
            case Withdrawal.IsARefusal() ->
                ProblemResponse.of(
                        HttpStatus.CONFLICT,
                        "wrong-state",
                        "This is a refusal; record a consent where the person has changed their mind.");
            case Withdrawal.Stopped(Ended.NotYet()) ->
                ProblemResponse.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "withdrawal-under-way",
                        "Nothing new is sent on this consent. Ask again for the acknowledgement.");
        };
    }

    private record WithdrawnAnswer(ConsentId id, Instant acknowledgedAt, Object holdings) {}

    private record WithdrawalBody(
            @Nullable String reason,
            By withdrawnBy,
            @Nullable Instant at) {
        private record By(Capacity capacity, @Nullable String name) {}
    }
}
