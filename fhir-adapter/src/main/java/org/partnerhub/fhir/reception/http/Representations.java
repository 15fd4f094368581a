package org.partnerhub.fhir.reception.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.incoming.Format;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** In which form a message comes and its answer goes: JSON or XML, FHIR R4, BaRS 1. */
@Component
class Representations {

    private static final String R4 = "4.0";
    private static final String BARS = "1";

    private final FhirContext fhir;

    Representations(FhirContext fhir) {
        this.fhir = fhir;
    }

    byte[] write(Resource resource, Format format) {
        IParser parser = switch (format) {
            case JSON -> fhir.newJsonParser();
            case XML -> fhir.newXmlParser();
        };
        return parser.encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }

    /** The form of the body that was sent. */
    Format sent(HttpServletRequest request) {
        List<MediaType> types = types(request.getContentType());
        Format format = types.size() == 1 ? format(types.getFirst()) : null;
        if (format == null) {
            throw new MessageRefused(
                    415,
                    "REC_UNSUPPORTED_MEDIA_TYPE",
                    "not-supported",
                    "Send application/fhir+json or application/fhir+xml in UTF-8.");
        }
        return format;
    }

    /** The form that the caller wants. */
    Format wanted(HttpServletRequest request) {
        List<MediaType> accepted = types(request.getHeader(HttpHeaders.ACCEPT));
        if (accepted.isEmpty()) {
            return Format.JSON;
        }
        accepted.forEach(Representations::mustBeKnownVersion);
        for (MediaType type : accepted) {
            Format format = type.isWildcardType() || type.isWildcardSubtype() ? Format.JSON : format(type);
            if (format != null) {
                return format;
            }
        }
        throw new MessageRefused(
                406, "SEND_NOT_ACCEPTABLE", "processing", "Accept application/fhir+json or application/fhir+xml.");
    }

    /** The form for an answer that must not fail itself. */
    static Format wantedOrJson(HttpServletRequest request) {
        String accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        return accept.startsWith(Format.XML.mediaType()) ? Format.XML : Format.JSON;
    }

    private static List<MediaType> types(@Nullable String header) {
        try {
            return MediaType.parseMediaTypes(header);
        } catch (InvalidMediaTypeException unreadable) {
            throw MessageRefused.invalid("Write Content-Type and Accept as media types.");
        }
    }

    private static void mustBeKnownVersion(MediaType type) {
        String bars = type.getParameter("version");
        String r4 = type.getParameter("fhirVersion");
        if ((bars != null && !bars.equals(BARS) && !bars.startsWith(BARS + "."))
                || (r4 != null && !r4.startsWith(R4))) {
            throw MessageRefused.notSupported("Use version 1 of BaRS and version 4.0 of FHIR.");
        }
    }

    private static @Nullable Format format(MediaType type) {
        mustBeKnownVersion(type);
        if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            return null;
        }
        return switch (type.getType() + "/" + type.getSubtype()) {
            case "application/fhir+json", "application/json" -> Format.JSON;
            case "application/fhir+xml", "application/xml" -> Format.XML;
            default -> null;
        };
    }
}
