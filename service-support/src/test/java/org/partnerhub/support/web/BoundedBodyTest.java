package org.partnerhub.support.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.api.ApiOperation;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class BoundedBodyTest {

    private static final String FILES = "/people/1/attachments";

    private final BoundedBody filter = new BoundedBody(
            DataSize.ofBytes(10),
            List.of(
                    new ApiOperation("POST", "/people/{id}/attachments", "referral-service", Set.of("s"), "t", 100),
                    new ApiOperation("POST", "/referrals", "referral-service", Set.of("s"), "t", 0)),
            1);

    @ParameterizedTest(name = "{0} bytes to {1}: {2}")
    @CsvSource({
        "10, /referrals, 200",
        "11, /referrals, 413",
        "100, /people/1/attachments, 200",
        "101, /people/1/attachments, 413",
        "11, /people/1/contributions, 413"
    })
    void anOperationTakesWhatItSaysAndTheOthersTheUsual(int bytes, String path, int status) throws Exception {
        assertThat(answered(path, bytes, (request, response) -> {}).getStatus()).isEqualTo(status);
    }

    @Test
    void onlySoManyLargeBodiesAreInHandAndSmallOnesGoOn() throws Exception {
        MockHttpServletResponse[] beside = new MockHttpServletResponse[2];

        MockHttpServletResponse first = answered(FILES, 50, (request, response) -> {
            beside[0] = answered(FILES, 50, (inner, answer) -> {});
            beside[1] = answered("/referrals", 5, (inner, answer) -> {});
        });

        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(beside[0].getStatus()).isEqualTo(503);
        assertThat(beside[0].getHeader("Retry-After")).isNotBlank();
        assertThat(beside[1].getStatus()).isEqualTo(200);
        assertThat(answered(FILES, 50, (request, response) -> {}).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse answered(String path, int bytes, FilterChain chain)
            throws IOException, ServletException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContent(new byte[bytes]);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }
}
