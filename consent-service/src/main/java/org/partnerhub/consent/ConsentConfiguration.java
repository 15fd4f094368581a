package org.partnerhub.consent;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.AgreementFile;
import org.partnerhub.consent.agreement.AgreementRules;
import org.partnerhub.consent.agreement.store.AgreementBook;
import org.partnerhub.consent.decision.Questions;
import org.partnerhub.consent.decision.route.DisclosureSettledRoute;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.directory.route.PartnerChangedRoute;
import org.partnerhub.consent.log.LogSettings;
import org.partnerhub.consent.log.TermHash;
import org.partnerhub.consent.log.route.RecordsDeletedRoute;
import org.partnerhub.consent.override.AuthorisingRules;
import org.partnerhub.consent.permit.PermitSigner;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.consent.recording.RecordingRules;
import org.partnerhub.consent.release.ReleasingRules;
import org.partnerhub.consent.sample.Checklist;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.support.events.EventSubscription;
import org.partnerhub.transparency.VerificationKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the nouns together that know no framework. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

    /** The machine's, where nobody brought another. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Purposes purposes(@Value("${hub.policy.folder:#{null}}") @Nullable Path folder) {
        return Purposes.of(PolicyFile.read("purposes", folder));
    }

    @Bean
    Checklist auditChecklist(@Value("${hub.policy.folder:#{null}}") @Nullable Path folder) {
        return Checklist.of(PolicyFile.read("audit-checklist", folder));
    }

    @Bean
    KnownDirectory directory(Clock clock, @Value("${hub.directory.good-for}") Duration goodFor) {
        return new KnownDirectory(clock, goodFor);
    }

    @Bean
    RecordingRules recordingRules(Purposes purposes, KnownDirectory directory) {
        return new RecordingRules(purposes, directory);
    }

    @Bean
    Questions questions(Purposes purposes, KnownDirectory directory) {
        return new Questions(purposes, directory);
    }

    @Bean
    AuthorisingRules authorisingRules(Purposes purposes, KnownDirectory directory) {
        return new AuthorisingRules(purposes, directory);
    }

    @Bean
    ReleasingRules releasingRules(Purposes purposes, KnownDirectory directory) {
        return new ReleasingRules(purposes, directory);
    }

    @Bean
    AgreementRules agreementRules(Purposes purposes, KnownDirectory directory) {
        return new AgreementRules(purposes, directory);
    }

    @Bean
    PermitSigner permitSigner(Environment settings, @Value("${hub.permit.other-keys:}") List<String> otherKeys) {
        return new PermitSigner(
                KeySetting.readPermitKey(settings, "hub.permit.key"),
                otherKeys.stream()
                        .map(key -> KeySetting.readPublic("hub.permit.other-keys", key))
                        .toList());
    }

    @Bean
    TermHash termHash(LogSettings settings) {
        return new TermHash(settings.key());
    }

    @Bean
    LogSettings logSettings(
            Environment settings,
            @Value("${hub.log.origin}") String origin,
            @Value("${hub.log.earlier-keys:}") List<String> earlierKeys,
            @Value("${hub.log.stop-consent-after}") Duration stopConsentAfter) {
        return new LogSettings(
                origin,
                KeySetting.read(settings, "hub.log.key"),
                earlierKeys.stream().map(VerificationKey::parse).toList(),
                stopConsentAfter);
    }

    @Bean
    EventSubscription disclosureSettled(ProducerTemplate camel) {
        return new EventSubscription(
                EventType.DISCLOSURE_SETTLED, event -> camel.sendBody(DisclosureSettledRoute.ENTRY, event));
    }

    @Bean
    EventSubscription partnerChanged(ProducerTemplate camel) {
        return new EventSubscription(
                EventType.PARTNER_CHANGED, event -> camel.sendBody(PartnerChangedRoute.ENTRY, event));
    }

    @Bean
    EventSubscription recordsDeleted(ProducerTemplate camel) {
        return new EventSubscription(
                EventType.RECORDS_DELETED, event -> camel.sendBody(RecordsDeletedRoute.ENTRY, event));
    }

    /** The demonstration's agreements; a real hub's are entered by its officers. */
    @Bean
    @ConditionalOnBooleanProperty("hub.demo")
    ApplicationRunner demonstrationAgreements(
            AgreementBook agreements, @Value("${hub.policy.folder:#{null}}") @Nullable Path folder) {
        return arguments -> agreements.add(AgreementFile.of(PolicyFile.read("agreements", folder)));
    }
}
