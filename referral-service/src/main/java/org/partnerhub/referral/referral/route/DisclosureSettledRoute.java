package org.partnerhub.referral.referral.route;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.partnerhub.referral.referral.store.Loop;
import org.springframework.stereotype.Component;

/** A disclosure ended one way or the other: the referral remembers and its referrer hears. */
@Component
class DisclosureSettledRoute extends EndpointRouteBuilder {

    static final String ID = "disclosure-settled";

    private final Loop loop;

    DisclosureSettledRoute(Loop loop) {
        this.loop = loop;
    }

    @Override
    public void configure() {
        // what fails is undone with its inbox row and tried again from there
        errorHandler(noErrorHandler());

        from(direct(ID))
                .routeId(ID)
                .filter(simple("${body.source} startsWith 'referral/'"))
                .bean(loop, "settled")
                .id("close-the-loop");
    }
}
