package org.partnerhub.consent.decision.route;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.partnerhub.consent.decision.store.Settlements;
import org.springframework.stereotype.Component;

/** How a disclosure ended goes into the log, in the transaction that took the event in. */
@Component
public class DisclosureSettledRoute extends EndpointRouteBuilder {

    public static final String ID = "disclosure-settled";
    public static final String ENTRY = "direct:" + ID;

    private final Settlements settlements;

    DisclosureSettledRoute(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public void configure() {
        // what fails is thrown to the inbox, which tries again later from PostgreSQL
        errorHandler(noErrorHandler());

        from(direct(ID)).routeId(ID).removeHeaders("*").bean(settlements, "settle");
    }
}
