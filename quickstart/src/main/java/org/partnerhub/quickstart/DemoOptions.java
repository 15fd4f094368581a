package org.partnerhub.quickstart;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What bin/demo was asked for.
 *
 * @param once ends after the story instead of staying up
 * @param folder data, ports and secrets
 * @param against the gateway of a hub that runs already; null: start one
 * @param issuer that hub's realm
 */
record DemoOptions(boolean once, Path folder, @Nullable URI against, URI issuer) {

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException naming the option that is not known
     */
    static DemoOptions of(String... arguments) {
        DemoOptions options =
                new DemoOptions(false, Path.of(".hub"), null, URI.create("http://localhost:8180/realms/partner-hub"));
        for (int i = 0; i < arguments.length; i++) {
            options = switch (arguments[i]) {
                case "--once" -> new DemoOptions(true, options.folder, options.against, options.issuer);
                case "--folder" ->
                    new DemoOptions(options.once, Path.of(value(arguments, ++i)), options.against, options.issuer);
                case "--against" ->
                    new DemoOptions(options.once, options.folder, URI.create(value(arguments, ++i)), options.issuer);
                case "--issuer" ->
                    new DemoOptions(options.once, options.folder, options.against, URI.create(value(arguments, ++i)));
                default ->
                    throw new IllegalArgumentException(
                            "bin/demo does not know " + arguments[i] + "; see bin/demo --help.");
            };
        }
        return options;
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " needs a value; see bin/demo --help.");
        }
        return arguments[index];
    }
}
