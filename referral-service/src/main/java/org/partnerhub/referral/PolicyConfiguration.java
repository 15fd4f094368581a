package org.partnerhub.referral;

import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.referral.referral.AnswerPlaces;
import org.partnerhub.referral.referral.Areas;
import org.partnerhub.referral.referral.Soundness;
import org.partnerhub.referral.referral.ToldCategories;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.referral.routing.ServiceLevels;
import org.partnerhub.referral.routing.WorkingDays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules that the service reads at start; a file that cannot be used stops it. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    private final @Nullable Path folder;

    PolicyConfiguration(@Value("${hub.policy.folder:#{null}}") @Nullable Path folder) {
        this.folder = folder;
    }

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Pathways pathways() {
        return Pathways.of(PolicyFile.read("pathways", folder), new WorkingDays());
    }

    @Bean
    Areas servedAreas(Pathways pathways) {
        return pathways::serves;
    }

    @Bean
    ToldCategories toldCategories(Pathways pathways) {
        return pathways::tells;
    }

    @Bean
    AnswerPlaces answerPlaces(Pathways pathways) {
        return pathways.answerPlaces();
    }

    @Bean
    ServiceLevels serviceLevels() {
        return ServiceLevels.of(PolicyFile.read("service-levels", folder), new WorkingDays());
    }

    @Bean
    Soundness soundness(Pathways pathways) {
        return new Soundness(pathways.purposes().stream().collect(Collectors.toMap(it -> it, pathways::services)));
    }
}
