package org.partnerhub.fhir.exchange.outgoing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.exchange.Exchange;
import org.partnerhub.fhir.exchange.SendOutcome;
import org.partnerhub.fhir.exchange.SendOutcome.Delivered;
import org.partnerhub.fhir.exchange.SendOutcome.Failed;
import org.partnerhub.fhir.exchange.SendOutcome.Refused;
import org.partnerhub.fhir.exchange.SendOutcome.Unknown;
import org.springframework.stereotype.Component;

/**
 * What a partner's answer means. Source: BaRS, "Error handling": only 408, 429, 503 and errors that cannot be read are tried again.
 */
@Component
class PartnerAnswers {

    /** Not taken, and to be tried again. */
    private static final Set<Integer> LATER = Set.of(429, 503);

    private static final int TIMED_OUT = 408;
    private static final int CONFLICT = 409;

    private final FhirContext fhir;

    PartnerAnswers(FhirContext fhir) {
        this.fhir = fhir;
    }

    SendOutcome outcome(Reply reply, Exchange exchange) {
        return switch (reply) {
            case Reply.NotSent it -> new Failed(it.reason());
            case Reply.Lost it -> new Unknown(it.reason());
            case Reply.Answered it -> answered(it, exchange);
        };
    }

    private SendOutcome answered(Reply.Answered answer, Exchange exchange) {
        int status = answer.status();
        if (LATER.contains(status)) {
            return new Failed("http-" + status);
        }
        if (status == TIMED_OUT) {
            return new Unknown("http-" + status);
        }
        return switch (read(answer).orElse(null)) {
            case Bundle bundle when isSuccess(status) -> acknowledged(bundle, exchange);
            case OperationOutcome issues -> judged(status, issues, exchange);
            case null, default -> unreadable(status);
        };
    }

    private static SendOutcome acknowledged(Bundle bundle, Exchange exchange) {
        if (!(bundle.getEntryFirstRep().getResource() instanceof MessageHeader header)) {
            return new Unknown("answer-is-no-message");
        }
        if (!header.hasResponse()) {
            return new Delivered(idOf(bundle));
        }
        if (!exchange.message().toString().equals(header.getResponse().getIdentifier())) {
            return new Unknown("answer-to-another-message");
        }
        return switch (header.getResponse().getCode()) {
            case OK -> new Delivered(idOf(bundle));
            case TRANSIENTERROR -> new Failed("transient-error");
            case FATALERROR -> new Refused("fatal-error");
            case NULL -> new Unknown("answer-without-code");
            case null -> new Unknown("answer-without-code");
        };
    }

    /** Of a message that went out before, "duplicate" is the acknowledgement that was lost. */
    private static SendOutcome judged(int status, OperationOutcome issues, Exchange exchange) {
        boolean duplicate =
                issues.getIssue().stream().anyMatch(issue -> issue.getCode() == OperationOutcome.IssueType.DUPLICATE);
        if (status == CONFLICT && duplicate && exchange.isRepeated()) {
            return new Delivered("duplicate");
        }
        boolean error = issues.getIssue().stream().anyMatch(PartnerAnswers::isError);
        return isSuccess(status) && !error ? new Delivered(null) : new Refused(code(issues, status));
    }

    /** A redirect, a missing page or a plain refusal says enough without an OperationOutcome; anything else may pass. */
    private static SendOutcome unreadable(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308, 401, 403, 404, 405, 410, 413, 415 -> new Refused("http-" + status);
            default -> new Unknown("unreadable-answer");
        };
    }

    private static boolean isError(OperationOutcome.OperationOutcomeIssueComponent issue) {
        return issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR
                || issue.getSeverity() == OperationOutcome.IssueSeverity.FATAL;
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    /** The partner's code if it looks like one: free text could hold personal data and is never kept. */
    private static String code(OperationOutcome issues, int status) {
        return issues.getIssue().stream()
                .flatMap(issue -> issue.getDetails().getCoding().stream())
                .map(Coding::getCode)
                .filter(code -> code != null && code.matches("[A-Z][A-Z_]{2,40}"))
                .findFirst()
                .map(code -> code.toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("http-" + status);
    }

    private static @Nullable String idOf(Bundle bundle) {
        String id = bundle.getIdElement().getIdPart();
        return id != null && id.matches("[A-Za-z0-9.-]{1,64}") ? id : null;
    }

    private Optional<IBaseResource> read(Reply.Answered answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        IParser parser = answer.contentType().contains("xml") ? fhir.newXmlParser() : fhir.newJsonParser();
        parser.setParserErrorHandler(new LenientErrorHandler(false));
        try {
            return Optional.of(parser.parseResource(text));
        } catch (DataFormatException unreadable) {
            return Optional.empty();
        }
    }
}
