package org.partnerhub.referral.routing.route;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** A referral was taken: its consent is recorded, then it is routed and its disclosures are asked for. */
@Component
class ReferralReceivedRoute extends EndpointRouteBuilder {

    static final String ID = "referral-received";

    private final EmbeddedConsents consents;
    private final Routing routing;

    ReferralReceivedRoute(EmbeddedConsents consents, Routing routing) {
        this.consents = consents;
        this.routing = routing;
    }

    @Override
    public void configure() {
        // what fails is undone with its inbox row and tried again from there
        errorHandler(noErrorHandler());

        from(direct(ID))
                .routeId(ID)
                .bean(consents, "record")
                .id("record-consent")
                .bean(routing, "route")
                .id("route-and-ask");
    }
}
