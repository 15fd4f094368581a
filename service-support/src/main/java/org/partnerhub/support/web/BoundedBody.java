package org.partnerhub.support.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.partnerhub.contracts.api.ApiOperation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 413 where a body is over the limit, whether or not its length was announced. The body is read here, whole, so that
 * nothing behind has begun when it turns out too long. Of the bodies that some operations may take beyond the usual limit only a few
 * are in hand at once.
 */
public final class BoundedBody extends OncePerRequestFilter {

    private static final String RETRY_SECONDS = "2";

    /** An operation that takes more than the others. */
    private record Larger(PathPatternRequestMatcher call, int most) {}

    private final int most;
    private final List<Larger> larger;
    private final Semaphore places;

    /**
     * The limits.
     *
     * @param usual of every operation that says nothing else
     * @param operations those that say their own are taken up to that
     * @param largeAtOnce how many of those are read at the same time, each held in memory whole
     */
    public BoundedBody(DataSize usual, List<ApiOperation> operations, int largeAtOnce) {
        this.most = Math.toIntExact(usual.toBytes());
        this.larger = operations.stream()
                .filter(it -> it.mostBytes() > most)
                .map(it -> new Larger(
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.valueOf(it.method()), it.path()),
                        it.mostBytes()))
                .toList();
        this.places = new Semaphore(largeAtOnce);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int allowed = larger.stream()
                .filter(it -> it.call().matches(request))
                .mapToInt(Larger::most)
                .findFirst()
                .orElse(most);
        if (request.getContentLengthLong() > allowed) {
            refuse(response, allowed);
        } else if (allowed > most) {
            inAPlace(request, response, chain, allowed);
        } else {
            read(request, response, chain, allowed);
        }
    }

    private void inAPlace(HttpServletRequest request, HttpServletResponse response, FilterChain chain, int allowed)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            ProblemResponse.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "busy",
                    "The hub takes as many large bodies as it can; send the request again shortly.");
            return;
        }
        try {
            read(request, response, chain, allowed);
        } finally {
            places.release();
        }
    }

    private static void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain, int allowed)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            byte[] body = request.getInputStream().readNBytes(allowed + 1);
            if (body.length > allowed) {
                refuse(response, allowed);
            } else {
                chain.doFilter(new Whole(request, body), response);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletResponse response, int allowed) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        ProblemResponse.write(
                response,
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "Send at most " + allowed + " bytes; split what is longer.");
    }

    private static final class Whole extends HttpServletRequestWrapper {

        private final byte[] body;

        Whole(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is already here.");
        }
    }
}
