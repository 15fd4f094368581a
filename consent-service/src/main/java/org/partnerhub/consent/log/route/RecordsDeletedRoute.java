package org.partnerhub.consent.log.route;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.partnerhub.consent.log.store.Deletions;
import org.springframework.stereotype.Component;

/** That records are deleted goes into the log, in the transaction that took the event in. */
@Component
public class RecordsDeletedRoute extends EndpointRouteBuilder {

    public static final String ID = "records-deleted";
    public static final String ENTRY = "direct:" + ID;

    private final Deletions deletions;

    RecordsDeletedRoute(Deletions deletions) {
        this.deletions = deletions;
    }

    @Override
    public void configure() {
        // what fails is thrown to the inbox, which tries again later from PostgreSQL
        errorHandler(noErrorHandler());

        from(direct(ID)).routeId(ID).removeHeaders("*").bean(deletions, "append");
    }
}
