package org.partnerhub.fhir.message.incoming;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.partnerhub.fhir.message.MessageRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads a message's body as an R4 Bundle. HAPI's parsers take more than the standard, so depth, document types, doubled names and
 * trailing text are refused before they see it; they themselves refuse every element that R4 does not have.
 */
@Component
public final class MessageBodies {

    private final FhirContext fhir;
    private final BodyLimits limits;

    MessageBodies(FhirContext fhir, @Value("${hub.fhir.max-depth}") int maxDepth) {
        this.fhir = fhir;
        this.limits = new BodyLimits(maxDepth);
    }

    /**
     * The Bundle.
     *
     * @throws MessageRefused where the body is anything else
     */
    public Bundle read(byte[] body, Format format) {
        return read(body, format, Bundle.class);
    }

    /**
     * A resource of this type.
     *
     * @throws MessageRefused where the body is anything else
     */
    public <T extends Resource> T read(byte[] body, Format format, Class<T> type) {
        String text = text(body);
        IParser parser = switch (format) {
            case JSON -> {
                limits.checkJson(text);
                yield fhir.newJsonParser();
            }
            case XML -> {
                limits.checkXml(text);
                yield fhir.newXmlParser();
            }
        };
        parser.setParserErrorHandler(new StrictErrorHandler());
        try {
            IBaseResource resource = parser.parseResource(text);
            if (type.isInstance(resource)) {
                return type.cast(resource);
            }
        } catch (DataFormatException | IllegalArgumentException unreadable) {
            throw MessageRefused.invalid(
                    "Send a " + type.getSimpleName() + " of FHIR R4: an element or value is none of R4's.");
        }
        throw MessageRefused.invalid("Send a " + type.getSimpleName() + ".");
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            throw MessageRefused.invalid("Send the message in UTF-8.");
        }
    }
}
