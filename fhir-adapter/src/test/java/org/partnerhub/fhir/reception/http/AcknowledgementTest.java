package org.partnerhub.fhir.reception.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.fhir.message.IncomingMessage;

class AcknowledgementTest {

    private static final ReferralId REFERRAL = new ReferralId(UUID.randomUUID());

    @ParameterizedTest
    @MethodSource("messages")
    void theRequestStandsAsTheMessageLeftIt(IncomingMessage message, String status) {
        Bundle answer =
                Acknowledgement.of(message, Optional.of(REFERRAL), List.of(), Instant.parse("2026-11-27T09:00:00Z"));

        MessageHeader header = (MessageHeader) answer.getEntryFirstRep().getResource();
        ServiceRequest request = (ServiceRequest) answer.getEntry().get(1).getResource();
        assertThat(header.getResponse().getIdentifier()).isEqualTo(message.id());
        assertThat(header.getFocusFirstRep().getReference())
                .isEqualTo(answer.getEntry().get(1).getFullUrl());
        assertThat(request.getIdentifierFirstRep().getValue()).isEqualTo(REFERRAL.toString());
        assertThat(request.getStatus().toCode()).isEqualTo(status);
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(new IncomingMessage.NewReferral("m1", Map.of(), List.of()), "active"),
                Arguments.of(new IncomingMessage.Update("m2", null, Map.of(), List.of()), "active"),
                Arguments.of(
                        new IncomingMessage.Cancellation("m3", null, "no-longer-needed", false, List.of()), "revoked"),
                Arguments.of(
                        new IncomingMessage.Cancellation("m4", null, "wrong-child", true, List.of()),
                        "entered-in-error"));
    }
}
