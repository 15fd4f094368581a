package org.partnerhub.consent.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.permit.PermitRefused;
import org.partnerhub.contracts.permit.PermitVerifier;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.transparency.SigningKey;

class PermitSignerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final PermitSigner signer = new PermitSigner(PermitKey.fresh(), List.of());
    private final Permit permit = new Permit(
            UUID.randomUUID(),
            PersonId.fresh(),
            new RecipientId("cpft-camhs"),
            UUID.randomUUID(),
            3,
            new Purpose("mental-health-specialist"),
            Set.of(Category.IDENTITY, Category.EMOTIONAL_HEALTH),
            GroundKind.EXPLICIT_CONSENT,
            DecisionId.fresh(),
            NOW.plusSeconds(20));

    private String signed() {
        return signer.sign(permit, List.of("referral-service", "fhir-adapter"), NOW);
    }

    private PermitVerifier verifier(PermitSigner of, String audience, Instant now) throws JoseException {
        JsonWebKeySet keys = new JsonWebKeySet(of.published());
        return new PermitVerifier(audience, () -> keys, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void everyAudienceReadsBackExactlyWhatWasPermitted() throws Exception {
        for (String audience : List.of("referral-service", "fhir-adapter")) {
            assertThat(verifier(signer, audience, NOW).verify(signed())).isEqualTo(permit);
        }
    }

    @Test
    void anotherAudienceALaterTimeOrAnotherKeyIsRefused() {
        assertThatThrownBy(() -> verifier(signer, "gateway", NOW).verify(signed()))
                .isInstanceOf(PermitRefused.class);
        assertThatThrownBy(() ->
                        verifier(signer, "fhir-adapter", NOW.plusSeconds(21)).verify(signed()))
                .isInstanceOf(PermitRefused.class);
        assertThatThrownBy(() -> verifier(new PermitSigner(PermitKey.fresh(), List.of()), "fhir-adapter", NOW)
                        .verify(signed()))
                .isInstanceOf(PermitRefused.class);
    }

    @Test
    void privateKeyIsNotPublished() {
        assertThat(signer.published()).contains("\"x\"", "\"ES256\"").doesNotContain("\"d\"");
    }

    @Test
    void ed25519KeyOfBeforeGoesOnSigning() throws Exception {
        PermitSigner before =
                new PermitSigner(PermitKey.ofPem(SigningKey.fresh().pem()), List.of());
        assertThat(before.published()).contains("\"EdDSA\"");
        assertThat(verifier(before, "fhir-adapter", NOW).verify(before.sign(permit, List.of("fhir-adapter"), NOW)))
                .isEqualTo(permit);
    }

    @Test
    void keyPairComesBackFromItsPemAndNothingElseIsTaken() throws Exception {
        PermitKey key = PermitKey.fresh();
        PermitSigner again = new PermitSigner(PermitKey.ofPem(key.pem()), List.of());
        assertThat(again.published()).isEqualTo(new PermitSigner(key, List.of()).published());

        String mixed = key.pem().replaceAll("(?s)-----BEGIN PUBLIC.*", "")
                + PermitKey.fresh().pem().replaceAll("(?s).*?(-----BEGIN PUBLIC)", "$1");
        assertThatThrownBy(() -> PermitKey.ofPem(mixed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PermitKey.ofPem("key")).isInstanceOf(IllegalArgumentException.class);
    }
}
