package org.partnerhub.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffSectionTest {

    /** As many as stand on one line of a desktop. */
    private static final int MOST = 7;

    @Test
    void everyPageStandsInOneSection() {
        List<StaffPage> standing = Arrays.stream(StaffSection.values())
                .flatMap(it -> it.pages().stream())
                .toList();

        assertThat(standing).containsExactlyInAnyOrder(StaffPage.values());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyHasMoreSectionsThanALineHolds(StaffRole role) {
        assertThat(StaffSection.values())
                .filteredOn(
                        it -> it.pages().stream().anyMatch(page -> page.roles().contains(role)))
                .hasSizeLessThanOrEqualTo(MOST);
    }
}
