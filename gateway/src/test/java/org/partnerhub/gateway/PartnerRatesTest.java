package org.partnerhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class PartnerRatesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final PartnerRates rates = new PartnerRates(2, 3, clock());

    private TimeMeter clock() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aBurstIsAllowedThenTheRate() throws Exception {
        assertThat(statuses("cpft", 4)).containsExactly(200, 200, 200, 429);

        nanos.addAndGet(500_000_000);

        assertThat(statuses("cpft", 2)).containsExactly(200, 429);
    }

    @Test
    void partnersDoNotShareARate() throws Exception {
        statuses("greedy", 10);

        assertThat(statuses("modest", 1)).containsExactly(200);
    }

    @Test
    void whoeverSentNoTokenIsLeftToTheOtherLimits() throws Exception {
        var response = new MockHttpServletResponse();
        for (int i = 0; i < 10; i++) {
            rates.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        }

        assertThat(response.getStatus()).isEqualTo(200);
    }

    private int[] statuses(String partner, int requests) throws Exception {
        var token = new Jwt("t", null, null, Map.of("alg", "RS256"), Map.of("partner", partner, "sub", "s"));
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token));
        int[] statuses = new int[requests];
        for (int i = 0; i < requests; i++) {
            var response = new MockHttpServletResponse();
            rates.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
            statuses[i] = response.getStatus();
        }
        return statuses;
    }
}
