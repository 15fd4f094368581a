package org.partnerhub.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordsMatchSchemasTest {

    private record Whole(String by, String reference, String at) {}

    private record Other(String by, String since) {}

    private record Withdrawal(Who withdrawnBy, String reason, String at) {}

    private record Who(String capacity, String shoeSize) {}

    @Test
    void aRecordWithTheSchemasFieldsDoesNotDiffer() {
        assertThat(RecordsMatchSchemas.differences("acknowledgement", Whole.class))
                .isEmpty();
    }

    @Test
    void eachFieldThatOneSideLacksIsNamed() {
        assertThat(RecordsMatchSchemas.differences("acknowledgement", Other.class))
                .containsExactly("/at: only in the schema", "/reference: only in the schema", "/since: only in Other");
    }

    @Test
    void recordsInsideAreLookedAtToo() {
        assertThat(RecordsMatchSchemas.differences("withdrawal", Withdrawal.class))
                .contains("/withdrawnBy/shoeSize: only in Who");
    }
}
