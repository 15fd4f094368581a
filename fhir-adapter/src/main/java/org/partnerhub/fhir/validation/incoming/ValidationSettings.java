package org.partnerhub.fhir.validation.incoming;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How what comes in is validated.
 *
 * @param profiles a folder of definitions, or an NPM package of FHIR's (.tgz), such as UK Core's; absent: base R4 and the hub's own
 * @param profilesStrict whether failing such a profile refuses the message; otherwise it is a warning
 * @param validationTime how long one message may be validated; it is taken with a note where that does not suffice
 * @param validationSize of a body, above which only its structure is checked, with a note
 * @param validationResources in a message, contained ones too, above which the same holds
 */
@ConfigurationProperties("hub.fhir")
record ValidationSettings(
        @Nullable Path profiles,
        @DefaultValue("false") boolean profilesStrict,
        @DefaultValue("2s") Duration validationTime,
        @DefaultValue("1MB") DataSize validationSize,
        @DefaultValue("300") int validationResources) {}
