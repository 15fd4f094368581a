package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose policy does not make sense does not start, and says where and what to write. */
class BadPolicyIT {

    @TempDir
    Path folder;

    @Test
    void badFileStopsTheStartWithTheLineAndTheRemedy() throws IOException {
        Files.writeString(folder.resolve("purposes.yml"), """
                purposes:
                  - id: early-help-support
                    name: Early help
                    ground: explicit-consent
                    authority: a whim
                    article-6: 6(1)(e)
                    article-9: 9(2)(h)
                    carries: [identity]
                    recipients: [council]
                    agreement: required
                    whereabouts: withheld
                    free-text: yes
                    retention: 7 years
                """);
        assertThatThrownBy(() -> new RunningService("--hub.policy.folder=" + folder))
                .hasStackTraceContaining("policy/purposes.yml line 5")
                .hasStackTraceContaining("Remove 'authority'");
    }
}
