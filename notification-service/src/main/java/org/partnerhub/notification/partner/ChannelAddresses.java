package org.partnerhub.notification.partner;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.RecipientId;

/** Where the recipients with a channel of their own are reached; set by operators, never by policy or a message. */
public final class ChannelAddresses {

    private final Map<String, URI> byRecipient;
    private final Supplier<Map<RecipientId, URI>> takenOn;

    /**
     * Addresses by recipient.
     *
     * @param byRecipient keys are recipients' ids; hyphens do not count, because environment variables lose them
     * @param takenOn those that were agreed on when a partner was taken on; a setting goes before them
     */
    public ChannelAddresses(Map<String, URI> byRecipient, Supplier<Map<RecipientId, URI>> takenOn) {
        this.takenOn = takenOn;
        this.byRecipient = byRecipient.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(it -> key(it.getKey()), Map.Entry::getValue));
    }

    public Optional<URI> of(RecipientId recipient) {
        URI set = byRecipient.get(key(recipient.value()));
        return Optional.ofNullable(set == null ? takenOn.get().get(recipient) : set);
    }

    /** How the recipient is really reached: by hand, where its channel needs an address and has none. */
    public Channel channel(Recipient recipient) {
        return switch (recipient.channel()) {
            case MAILBOX -> Channel.MAILBOX;
            case MANUAL -> Channel.MANUAL;
            case WEBHOOK, FHIR -> of(recipient.id()).isPresent() ? recipient.channel() : Channel.MANUAL;
        };
    }

    private static String key(String recipient) {
        return recipient.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
