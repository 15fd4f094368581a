package org.partnerhub.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.schema.Schemas;
import tools.jackson.databind.json.JsonMapper;

class InventedReferralsTest {

    private final InventedReferrals referrals = new InventedReferrals(42);

    @Test
    void eachIsOfTheStatedSizeAndFitsTheSchema() {
        for (int i = 0; i < 50; i++) {
            byte[] body = referrals.next();

            assertThat(body).hasSizeBetween(InventedReferrals.BYTES - 1, InventedReferrals.BYTES + 1);
            assertThat(Schemas.bundled()
                            .violations("referral", JsonMapper.shared().readTree(body)))
                    .isEmpty();
        }
    }

    @Test
    void noTwoAreAboutTheSameChild() {
        assertThat(referrals.next()).isNotEqualTo(referrals.next());
    }
}
