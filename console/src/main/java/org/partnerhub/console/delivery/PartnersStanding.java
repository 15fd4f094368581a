package org.partnerhub.console.delivery;

import java.util.List;
import java.util.Optional;

/** All partners: those that an operator should look at first. */
public record PartnersStanding(List<PartnerStanding> all) {

    public PartnersStanding {
        all = List.copyOf(all);
    }

    public List<PartnerStanding> attention() {
        return all.stream().filter(PartnerStanding::wantsAttention).toList();
    }

    public List<PartnerStanding> others() {
        return all.stream().filter(it -> !it.wantsAttention()).toList();
    }

    public Optional<PartnerStanding> of(String partner) {
        return all.stream().filter(it -> it.partner().equals(partner)).findFirst();
    }
}
