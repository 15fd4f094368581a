package org.partnerhub.fhir.message.incoming;

import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.partnerhub.fhir.message.MessageRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Runs once over a body with a plain reader, so that the parser behind it meets nothing deep, doubled or declared. */
final class BodyLimits {

    private static final String TOO_DEEP = "The message is nested too deeply.";

    /** HAPI writes a decimal out in full: 1e999999999 would be a gigabyte of zeros. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]{1,100}([eE][+-]?[0-9]{1,2})?");

    private final int maxDepth;
    private final JsonFactory json;
    private final XMLInputFactory xml;

    BodyLimits(int maxDepth) {
        this.maxDepth = maxDepth;
        json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        // the JDK's own, whatever else the class path offers
        xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    void checkJson(String text) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            int documents = 0;
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                checkNumber(parser, token);
                depth += step(token);
                documents += depth == 0 ? 1 : 0;
            }
            if (documents != 1) {
                throw MessageRefused.invalid("Send one JSON document and nothing behind it.");
            }
        } catch (StreamConstraintsException tooMuch) {
            throw MessageRefused.invalid(
                    "The message is nested too deeply, or holds a name or a number that is too long.");
        } catch (JacksonException malformed) {
            throw MessageRefused.invalid("Send well-formed JSON in which no name occurs twice in an object.");
        }
    }

    private static void checkNumber(JsonParser parser, JsonToken token) {
        if (token.isNumeric() && !NUMBER.matcher(parser.getString()).matches()) {
            throw MessageRefused.invalid("Write numbers of at most 100 digits, with an exponent of at most two.");
        }
    }

    private static int step(JsonToken token) {
        if (token.isStructStart()) {
            return 1;
        }
        return token.isStructEnd() ? -1 : 0;
    }

    void checkXml(String text) {
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(new StringReader(text));
            int depth = 0;
            while (reader.hasNext()) {
                depth += step(reader.next());
                if (depth > maxDepth) {
                    throw MessageRefused.invalid(TOO_DEEP);
                }
            }
            reader.close();
        } catch (XMLStreamException malformed) {
            throw MessageRefused.invalid("Send well-formed XML without a document type.");
        }
    }

    private static int step(int event) {
        return switch (event) {
            case XMLStreamConstants.START_ELEMENT -> 1;
            case XMLStreamConstants.END_ELEMENT -> -1;
            case XMLStreamConstants.DTD,
                    XMLStreamConstants.ENTITY_DECLARATION,
                    XMLStreamConstants.ENTITY_REFERENCE,
                    XMLStreamConstants.NOTATION_DECLARATION ->
                throw MessageRefused.invalid("Send XML without a document type and without entities.");
            default -> 0;
        };
    }
}
