package org.partnerhub.notification.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.stay.Funding;
import org.partnerhub.contracts.stay.Setting;
import org.partnerhub.contracts.stay.SettingKind;

/** Hospitals and homes whose messages do not say what they are, as {@code policy/settings.yml} has them. */
public final class SettingsPolicy {

    private SettingsPolicy() {}

    private record File(List<Entry> settings) {}

    private record Entry(
            PartnerId partner,
            String name,
            @JsonProperty("ods-code") @Nullable String odsCode,
            @Nullable String urn,
            SettingKind kind,
            Funding funding,
            String authority) {

        Setting setting() {
            return new Setting(odsCode, urn, name, kind, funding, authority);
        }

        boolean isSite(String site) {
            return odsCode != null && site.toUpperCase(Locale.ROOT).startsWith(odsCode.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Reads the file. A partner's first entry is its main place.
     *
     * @param folder absent: the file in the contracts jar
     */
    public static Settings read(@Nullable Path folder) {
        List<Entry> entries = PolicyFile.read("settings", folder).as(File.class).settings();
        return (partner, site) -> {
            List<Entry> own =
                    entries.stream().filter(it -> it.partner().equals(partner)).toList();
            return own.stream()
                    .filter(it -> site != null && it.isSite(site))
                    .max(Comparator.comparingInt(
                            (Entry it) -> String.valueOf(it.odsCode()).length()))
                    .or(() -> own.stream().findFirst())
                    .map(Entry::setting)
                    .orElse(null);
        };
    }
}
