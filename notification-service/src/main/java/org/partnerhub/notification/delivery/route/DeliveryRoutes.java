package org.partnerhub.notification.delivery.route;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.partnerhub.notification.delivery.outgoing.DeliveryRequests;
import org.springframework.stereotype.Component;

/**
 * From an event to the deliveries that it makes, lets go or drops. Whatever fails is thrown back, so that event and effect are
 * undone together and tried again.
 */
@Component
class DeliveryRoutes extends EndpointRouteBuilder {

    static final String REQUESTED = "direct:disclosure-requested";
    static final String GIVEN = "direct:consent-given";
    static final String REFUSED = "direct:consent-refused";
    static final String OVERRIDDEN = "direct:override-authorised";
    static final String RELEASED = "direct:release-given";
    static final String EXPIRED = "direct:consent-expired";

    static final String CHANGED = "direct:consents-changed";
    static final String AGREED = "direct:agreement-changed";

    private final DeliveryRequests deliveries;

    DeliveryRoutes(DeliveryRequests deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct("disclosure-requested")).routeId("disclosure-requested").bean(deliveries, "request(${body})");

        from(direct("consent-given")).routeId("consent-given").bean(deliveries, "letGo(${body.subject})");

        from(direct("consent-refused")).routeId("consent-refused").bean(deliveries, "letGo(${body.subject})");

        from(direct("override-authorised")).routeId("override-authorised").bean(deliveries, "letGo(${body.subject})");

        from(direct("release-given")).routeId("release-given").bean(deliveries, "letGo(${body.subject})");
        from(direct("consent-expired")).routeId("consent-expired").bean(deliveries, "letGo(${body.subject})");

        from(direct("consents-changed")).routeId("consents-changed").bean(deliveries, "letGo(${body.subject})");

        from(direct("agreement-changed")).routeId("agreement-changed").bean(deliveries, "letGo(${body})");
    }
}
