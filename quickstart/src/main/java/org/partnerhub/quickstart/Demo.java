package org.partnerhub.quickstart;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.partnerhub.embedded.FolderInUse;
import org.partnerhub.embedded.PartsFolder;
import org.partnerhub.quickstart.demo.FamilyStory;
import org.partnerhub.quickstart.demo.Narration;
import org.slf4j.LoggerFactory;

/** bin/demo: starts the hub and its partners, plays one family's story, and stays up to be tried. */
public final class Demo {

    private final DemoOptions options;
    private final PrintStream out;

    private Demo(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Status 0 only if every check of the story passed, 2 where the options are not understood. */
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        quiet();
        DemoOptions options;
        try {
            options = DemoOptions.of(arguments);
        } catch (IllegalArgumentException unknown) {
            out.println(unknown.getMessage());
            System.exit(2);
            return;
        }
        try {
            System.exit(new Demo(options, out).run() ? 0 : 1);
        } catch (FolderInUse inUse) {
            out.println(inUse.getMessage());
            System.exit(1);
        }
    }

    /** The story is told on this terminal; the parts' and services' logs go to a file. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private boolean run() {
        Instant begin = Instant.now();
        try (PartsFolder folder = PartsFolder.at(options.folder())) {
            HubAddresses addresses = new HubAddresses(folder);
            URI against = options.against();
            URI gateway = against == null ? addresses.gateway() : against;
            try (DemoPartners partners = against == null
                            ? DemoPartners.start(addresses)
                            : DemoPartners.startFor(gateway, options.issuer());
                    Hub hub = against == null ? startedHub(folder, partners, begin) : null) {
                Narration narration = play(gateway, partners, folder);
                stayUp(narration, hub);
                out.println(narration.summary());
                return !narration.failed();
            }
        }
    }

    private Hub startedHub(PartsFolder folder, DemoPartners partners, Instant begin) {
        out.println("Starting the hub in " + folder.root() + " (the first start takes longer):");
        Hub hub = started(folder, partners);
        Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "stop-the-hub"));
        out.printf(
                "The hub is up after %d s.%n",
                Duration.between(begin, Instant.now()).toSeconds());
        return hub;
    }

    private Hub started(PartsFolder folder, DemoPartners partners) {
        try {
            return Hub.start(folder, partners.channels(), progress -> out.println("   " + progress));
        } catch (RuntimeException failed) {
            out.println("The hub did not start: " + rootCause(failed).getMessage());
            out.println("More stands in " + folder.root().resolve("logs") + "; ports are kept in "
                    + folder.root().resolve("ports.properties"));
            throw failed;
        }
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootCause(cause);
    }

    private Narration play(URI gateway, DemoPartners partners, PartsFolder folder) {
        Narration narration = new Narration(out);
        new FamilyStory(DemoWorlds.of(gateway, partners, folder), narration).play();
        out.println();
        return narration;
    }

    private void stayUp(Narration narration, @Nullable Hub hub) {
        if (options.once()) {
            return;
        }
        if (hub == null) {
            out.println(narration.summary());
            out.println("The partners' systems stay up, so that the hub can reach them, until you press Ctrl-C.");
            awaitCtrlC();
            return;
        }
        out.println("To try it yourself:");
        out.println("   " + hub.addresses().docs() + "      the API, to read and to try");
        out.println("   " + hub.addresses().console() + "   the officers' console");
        DemoSecrets.STAFF.forEach(it -> out.println("      sign in as " + it + " / " + DemoSecrets.ofStaff(it)));
        out.println(
                "   a partner's token: client fenland-academy / " + DemoSecrets.ofPartner("fenland-academy") + " at");
        out.println("      " + hub.addresses().issuer() + "/protocol/openid-connect/token");
        out.println(narration.summary());
        out.println("It stays up until you press Ctrl-C.");
        awaitCtrlC();
    }

    private static void awaitCtrlC() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
