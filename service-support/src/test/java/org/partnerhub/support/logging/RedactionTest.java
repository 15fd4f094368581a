package org.partnerhub.support.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number 9990000018 here | number [number] here",
                "number 999 000 0018 here | number [number] here",
                "born 2011-03-04. | born [date].",
                "born 04/03/2011 | born [date]",
                "at PE13 1AA now | at [postcode] now",
                "write to a.b@example.org please | write to [address] please",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln | Bearer [token]",
                "at 2026-11-22T09:30:00Z | at 2026-11-22T09:30:00Z",
                "id 3f1e9c2a-1234-4abc-9def-123456789012 | id 3f1e9c2a-1234-4abc-9def-123456789012",
                "took 1234567 ms, port 8081 | took 1234567 ms, port 8081"
            })
    void personalLookingTextIsMaskedAndTheRestIsNot(String text, String masked) {
        assertThat(Redaction.masked(text)).isEqualTo(masked);
    }
}
