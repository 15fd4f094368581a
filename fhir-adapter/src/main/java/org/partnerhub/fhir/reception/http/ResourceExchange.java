package org.partnerhub.fhir.reception.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.incoming.MessageBodies;
import org.partnerhub.fhir.validation.incoming.Validation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** FHIR's RESTful habits, the same for every resource: forms, versions, search sets. */
@Component
public class ResourceExchange {

    private final Representations representations;
    private final MessageBodies bodies;
    private final Validation validation;
    private final String base;

    /** Addresses are those of the gateway: whoever asks never sees this service itself. */
    ResourceExchange(
            Representations representations,
            MessageBodies bodies,
            Validation validation,
            @Value("${hub.public-url}") String publicUrl) {
        this.representations = representations;
        this.bodies = bodies;
        this.validation = validation;
        this.base = publicUrl + "/fhir/R4/";
    }

    /**
     * The resource that was sent.
     *
     * @throws MessageRefused where the body is anything else
     */
    public <T extends Resource> T body(HttpServletRequest request, Class<T> type) throws IOException {
        representations.wanted(request);
        byte[] body = request.getInputStream().readAllBytes();
        T resource = bodies.read(body, representations.sent(request), type);
        validation.check(resource, body.length);
        return resource;
    }

    /** 200, with its version as the ETag. */
    public ResponseEntity<byte[]> found(HttpServletRequest request, Resource resource) {
        return answer(HttpStatus.OK, request, resource);
    }

    /** 201, with where it can be read. */
    public ResponseEntity<byte[]> created(HttpServletRequest request, Resource resource) {
        return answer(HttpStatus.CREATED, request, resource);
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, HttpServletRequest request, Resource resource) {
        var format = representations.wanted(request);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).header(HttpHeaders.CONTENT_TYPE, format.mediaType() + ";charset=utf-8");
        if (resource.getMeta().hasVersionId()) {
            answer.eTag("W/\"" + resource.getMeta().getVersionId() + "\"");
        }
        if (status == HttpStatus.CREATED) {
            answer.header(HttpHeaders.LOCATION, address(resource));
        }
        return answer.body(representations.write(resource, format));
    }

    /**
     * Some resources as the answer to a search.
     *
     * @param next where the next page is, from the base on; absent on the last
     */
    public ResponseEntity<byte[]> searched(
            HttpServletRequest request, List<? extends Resource> resources, @Nullable String next) {
        Bundle bundle = new Bundle();
        bundle.setType(Bundle.BundleType.SEARCHSET);
        String query = request.getQueryString();
        String self = base + request.getRequestURI().replaceFirst("^/fhir/R4/", "");
        bundle.addLink().setRelation("self").setUrl(query == null ? self : self + "?" + query);
        if (next != null) {
            bundle.addLink().setRelation("next").setUrl(base + next);
        }
        for (Resource resource : resources) {
            bundle.addEntry()
                    .setFullUrl(address(resource))
                    .setResource(resource)
                    .getSearch()
                    .setMode(Bundle.SearchEntryMode.MATCH);
        }
        return answer(HttpStatus.OK, request, bundle);
    }

    /**
     * Sees that whoever changes a resource has seen what it is now.
     *
     * @throws MessageRefused where If-Match names another version; without the header there is nothing to compare
     */
    public void mustMatch(HttpServletRequest request, Resource present) {
        String expected = request.getHeader(HttpHeaders.IF_MATCH);
        if (expected == null || expected.equals("*")) {
            return;
        }
        String version = expected.replaceFirst("^W/", "").replace("\"", "").strip();
        if (!version.equals(present.getMeta().getVersionId())) {
            throw MessageRefused.conflict("It was changed in the meantime; read it again, then send your change.");
        }
    }

    private String address(Resource resource) {
        return base + resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
