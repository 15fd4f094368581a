package org.partnerhub.console.page.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StylesheetTest {

    @Test
    void whatIsLicensedToGovernmentServicesOnlyIsLeftOut() {
        assertThat(new Stylesheet().css().getBody())
                .contains("font-family:arial,sans-serif", ".govuk-table", ".hub-bar")
                .doesNotContain("GDS Transport", "@font-face", "/assets/", "sourceMappingURL");
    }

    @Test
    void theRestOfARuleSurvives() {
        assertThat(Stylesheet.unbranded(
                        "@font-face{font-family:GDS Transport}a{font-family:GDS Transport,arial;color:red}"))
                .isEqualTo("a{font-family:arial;color:red}");
    }
}
