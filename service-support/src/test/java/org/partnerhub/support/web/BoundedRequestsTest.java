package org.partnerhub.support.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BoundedRequestsTest {

    @Test
    void whenEveryPlaceIsTakenTheNextIsToldToComeAgain() throws Exception {
        var filter = new BoundedRequests(1);
        var second = new MockHttpServletResponse();

        filter.doFilter(
                new MockHttpServletRequest(),
                new MockHttpServletResponse(),
                (request, response) -> new BoundedRequestsTest().also(filter, second));

        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("Retry-After")).isEqualTo("1");
        assertThat(second.getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void aPlaceIsFreeAgainHoweverTheRequestEnded() throws Exception {
        var filter = new BoundedRequests(1);
        var served = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            filter.doFilter(
                    new MockHttpServletRequest(),
                    new MockHttpServletResponse(),
                    (request, response) -> served.incrementAndGet());
        }

        assertThat(served).hasValue(3);
    }

    private void also(BoundedRequests filter, MockHttpServletResponse response) throws java.io.IOException {
        try {
            filter.doFilter(new MockHttpServletRequest(), response, (request, answer) -> {
                throw new AssertionError("There was no place.");
            });
        } catch (jakarta.servlet.ServletException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
