package org.partnerhub.gateway;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * FHIR's error document with one issue, in the words of the Booking and Referral Standard; the gateway is its proxy.
 *
 * @param code of the system {@code http-error-codes}, with its prefix
 * @param issue FHIR's issue type
 * @param diagnostics what to do next; never personal data
 */
record OperationOutcome(String code, String issue, String diagnostics) {

    private static final String CODES = "https://fhir.nhs.uk/CodeSystem/http-error-codes";
    private static final String FHIR = "http://hl7.org/fhir";
    private static final JsonMapper JSON = new JsonMapper();

    /** What a status of HTTP is in the standard's words. */
    static OperationOutcome ofStatus(int status, String diagnostics) {
        return switch (status) {
            case 400 -> new OperationOutcome("PROXY_BAD_REQUEST", "invalid", diagnostics);
            case 401 -> new OperationOutcome("SEND_UNAUTHORIZED", "security", diagnostics);
            case 403 -> new OperationOutcome("SEND_FORBIDDEN", "forbidden", diagnostics);
            case 404 -> new OperationOutcome("PROXY_NOT_FOUND", "not-found", diagnostics);
            case 405 -> new OperationOutcome("PROXY_METHOD_NOT_ALLOWED", "not-supported", diagnostics);
            case 413 -> new OperationOutcome("PROXY_BAD_REQUEST", "too-long", diagnostics);
            case 429 -> new OperationOutcome("PROXY_TOO_MANY_REQUESTS", "throttled", diagnostics);
            case 503 -> new OperationOutcome("PROXY_UNAVAILABLE", "transient", diagnostics);
            case 408, 504 -> new OperationOutcome("PROXY_TIMEOUT", "timeout", diagnostics);
            default -> new OperationOutcome("PROXY_SERVER_ERROR", "exception", diagnostics);
        };
    }

    byte[] json() {
        var coding = new Coding(CODES, code);
        return JSON.writeValueAsBytes(new Document(
                "OperationOutcome", List.of(new Issue("error", issue, new Details(List.of(coding)), diagnostics))));
    }

    private record Document(String resourceType, List<Issue> issue) {}

    private record Issue(String severity, String code, Details details, String diagnostics) {}

    private record Details(List<Coding> coding) {}

    private record Coding(String system, String code) {}

    byte[] xml() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartElement("OperationOutcome");
            xml.writeDefaultNamespace(FHIR);
            xml.writeStartElement("issue");
            value(xml, "severity", "error");
            value(xml, "code", issue);
            xml.writeStartElement("details");
            xml.writeStartElement("coding");
            value(xml, "system", CODES);
            value(xml, "code", code);
            xml.writeEndElement();
            xml.writeEndElement();
            value(xml, "diagnostics", diagnostics);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Memory takes every element.", impossible);
        }
        return bytes.toByteArray();
    }

    private static void value(XMLStreamWriter xml, String element, String value) throws XMLStreamException {
        xml.writeEmptyElement(element);
        xml.writeAttribute("value", value);
    }
}
