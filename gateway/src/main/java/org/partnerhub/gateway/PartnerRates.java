package org.partnerhub.gateway;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 with {@code Retry-After} to a partner that sends more than its share; others do not notice. */
final class PartnerRates extends OncePerRequestFilter {

    private final int perSecond;
    private final int burst;
    private final TimeMeter clock;

    /** Only verified tokens get here, so there are no more buckets than Keycloak has clients and users. */
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    PartnerRates(int perSecond, int burst, TimeMeter clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String caller = caller();
        if (caller == null) {
            chain.doFilter(request, response);
            return;
        }
        ConsumptionProbe share =
                buckets.computeIfAbsent(caller, name -> bucket()).tryConsumeAndReturnRemaining(1);
        if (share.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refuse(response, share.getNanosToWaitForRefill());
        }
    }

    private static void refuse(HttpServletResponse response, long nanos) throws IOException {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        ProblemResponse.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "Wait as long as Retry-After says, then send the request again.");
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(clock)
                .build();
    }

    private static @Nullable String caller() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken verified) {
            Jwt token = verified.getToken();
            String partner = token.getClaimAsString("partner");
            return partner != null ? partner : "subject " + token.getSubject();
        }
        return null;
    }
}
