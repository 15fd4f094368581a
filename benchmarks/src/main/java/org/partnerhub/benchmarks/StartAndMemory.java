package org.partnerhub.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.partnerhub.embedded.EmbeddedParts;
import org.partnerhub.embedded.PartsFolder;
import org.partnerhub.quickstart.DemoSecrets;
import org.partnerhub.quickstart.HubAddresses;
import org.partnerhub.quickstart.ServiceArguments;
import org.partnerhub.quickstart.ServiceName;

/**
 * How long each service takes from start to ready and what memory it holds, each in a JVM of its own and all begun at once, without
 * and with an AOT cache made by a training run. Prints what it is; no figure makes it fail.
 */
public final class StartAndMemory {

    /** What a container of 640 MB gives its JVM. */
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-Xmx448m", "--enable-native-access=ALL-UNNAMED");

    private static final double AIM_SECONDS = 30;
    private static final double AIM_MEGABYTES = 350;

    private record Figure(String service, double seconds, double megabytes, double megabytesAfterLoad) {}

    private final BenchmarkOptions options;
    private final PrintStream out;
    private final Path work;
    private final HttpClient http = HttpClient.newHttpClient();

    private StartAndMemory(BenchmarkOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.work = options.folder().toAbsolutePath().resolveSibling("services");
    }

    /** Takes the options of {@link AcceptedAndDelivered}; the services' jars are those of the last build. */
    public static void main(String... arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new StartAndMemory(BenchmarkOptions.of(System.getenv(), arguments), out).run();
        System.exit(0);
    }

    private void run() throws IOException {
        Files.createDirectories(work);
        for (ServiceName service : ServiceName.values()) {
            ServiceJar.extract(service.id(), work.resolve(service.id()));
        }
        try (PartsFolder folder = PartsFolder.at(options.folder());
                CouncilReceiver receiver = new CouncilReceiver(options.receiverPort())) {
            HubAddresses addresses = new HubAddresses(folder);
            try (EmbeddedParts parts = EmbeddedParts.start(folder, DemoSecrets.realm(folder, addresses))) {
                parts.keycloak();
                var settings = new ServiceArguments(folder, addresses, parts, HubUnderTest.settings(receiver));
                out.printf(
                        "Each service in a JVM of its own (%s), all begun at once, parts running:%n",
                        String.join(" ", JVM));
                List<Figure> plain = measured(settings, addresses, Cache.NONE);
                measured(settings, addresses, Cache.MADE);
                report(plain, measured(settings, addresses, Cache.USED));
            }
        }
    }

    private enum Cache {
        NONE,
        MADE,
        USED;

        List<String> options(Path cache) {
            return switch (this) {
                case NONE -> List.of();
                case MADE -> List.of("-XX:AOTCacheOutput=" + cache);
                case USED -> List.of("-XX:AOTCache=" + cache);
            };
        }
    }

    /** In the order of the services. */
    private List<Figure> measured(ServiceArguments settings, HubAddresses addresses, Cache cache) {
        List<ServiceProcess> processes = new ArrayList<>();
        try {
            for (ServiceName service : ServiceName.values()) {
                processes.add(start(service, settings, addresses, cache));
            }
            List<Double> seconds =
                    processes.stream().map(it -> it.awaitReady(http)).toList();
            List<Double> idle =
                    processes.stream().map(ServiceProcess::megabytes).toList();
            load(addresses);
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < processes.size(); i++) {
                figures.add(new Figure(
                        processes.get(i).service(),
                        seconds.get(i),
                        idle.get(i),
                        processes.get(i).megabytes()));
            }
            return figures;
        } finally {
            processes.forEach(ServiceProcess::close);
        }
    }

    private ServiceProcess start(ServiceName service, ServiceArguments settings, HubAddresses addresses, Cache cache) {
        List<String> jvm = new ArrayList<>(JVM);
        jvm.addAll(cache.options(work.resolve(service.id() + ".aot")));
        return ServiceProcess.start(
                service.id(),
                jvm,
                ServiceJar.in(work.resolve(service.id())),
                List.of(settings.of(service)),
                addresses.management(service),
                work.resolve(service.id() + ".log"));
    }

    private void load(HubAddresses addresses) {
        var sender = HubUnderTest.sender(addresses.gateway(), addresses.issuer());
        var referrals = new InventedReferrals((int) Instant.now().getEpochSecond() * 1_000);
        new ReferralLoad(addresses.gateway(), sender::token, referrals, options.connections())
                .apply(Duration.ofSeconds(options.seconds()));
    }

    private void report(List<Figure> plain, List<Figure> cached) {
        out.println("service               ready s  with AOT cache  MB ready  MB after load  with AOT cache");
        for (int i = 0; i < plain.size(); i++) {
            Figure without = plain.get(i);
            Figure with = cached.get(i);
            out.printf(
                    "%-20s  %7.1f  %14.1f  %8.0f  %13.0f  %14.0f%n",
                    without.service(),
                    without.seconds(),
                    with.seconds(),
                    without.megabytes(),
                    without.megabytesAfterLoad(),
                    with.megabytesAfterLoad());
        }
        out.printf(
                "all ready after %.1f s, with AOT cache %.1f s (aim %.0f); largest %.0f MB after load (aim %.0f)%n",
                largest(plain, Figure::seconds),
                largest(cached, Figure::seconds),
                AIM_SECONDS,
                largest(plain, Figure::megabytesAfterLoad),
                AIM_MEGABYTES);
    }

    private static double largest(List<Figure> figures, ToDoubleFunction<Figure> figure) {
        return figures.stream().mapToDouble(figure).max().orElse(Double.NaN);
    }
}
