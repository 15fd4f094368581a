package org.partnerhub.consent.directory.route;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.partnerhub.consent.directory.outgoing.DirectoryReader;
import org.springframework.stereotype.Component;

/** A partner changed: the directory is read again at once, and the event is tried again where that fails. */
@Component
public class PartnerChangedRoute extends EndpointRouteBuilder {

    public static final String ID = "partner-changed";
    public static final String ENTRY = "direct:" + ID;

    private final DirectoryReader directory;

    PartnerChangedRoute(DirectoryReader directory) {
        this.directory = directory;
    }

    @Override
    public void configure() {
        // what fails is thrown to the inbox, which tries again later from PostgreSQL
        errorHandler(noErrorHandler());

        from(direct(ID)).routeId(ID).removeHeaders("*").bean(directory, "refresh");
    }
}
