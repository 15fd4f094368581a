package org.partnerhub.notification.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.policy.PolicyUnusable;
import org.partnerhub.contracts.sharing.RecipientId;

class DirectoryPolicyTest {

    @Test
    void everyPartnerOfTheDemonstrationRunsARecipient() {
        Directory directory = DirectoryPolicy.read(null);

        assertThat(directory.partners())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(directory.operatedBy(it.id())).isNotEmpty());
    }

    @Test
    void aRecipientThatNobodyRunsStopsTheStart(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("partners.yml"), "partners:\n  - {id: cpft, name: CPFT, kind: mental-health}\n");
        Files.writeString(folder.resolve("recipients.yml"), """
                recipients:
                  - {id: camhs, name: CAMHS, kind: mental-health, role: camhs, operated-by: [cpft], channel: fhir}
                  - {id: other, name: Other, kind: council, role: mash, operated-by: [nobody], channel: pigeon}
                """);

        assertThatThrownBy(() -> DirectoryPolicy.read(folder))
                .isInstanceOf(PolicyUnusable.class)
                .hasMessageContaining("recipients.yml line 3: operated-by must name partners")
                .hasMessageContaining("channel must be");
    }

    @Test
    void aChannelThatNeedsAnAddressAndHasNoneIsServedByHand() {
        Recipient camhs = DirectoryPolicy.read(null)
                .recipient(new RecipientId("cpft-camhs"))
                .orElseThrow();

        assertThat(new ChannelAddresses(Map.of(), Map::of).channel(camhs)).isEqualTo(Channel.MANUAL);
        assertThat(new ChannelAddresses(Map.of("cpftcamhs", URI.create("https://fhir.example/R4")), Map::of)
                        .channel(camhs))
                .as("as an environment variable spells it")
                .isEqualTo(Channel.FHIR);
    }
}
