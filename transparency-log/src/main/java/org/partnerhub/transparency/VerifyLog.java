package org.partnerhub.transparency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code verify-log EXPORT [--witness CHECKPOINT] [--key KEY]…}: checks an export of the disclosure log offline. Ends with 0
 * where the export is what was signed, 1 where it was tampered with, 2 where it could not be checked.
 */
public final class VerifyLog {

    private static final String USAGE = """
            Usage: verify-log EXPORT [--witness CHECKPOINT] [--key KEY]...
              EXPORT      file that POST /log/exports answered, or POST /log/listings for a part
              --witness   file with a checkpoint that you got at another time or place, such as with a disclosure
              --key       the log's public key, name+id+key, or a file that holds it; again for each earlier key""";

    private VerifyLog() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** The same for a program to call; answers the status. */
    public static int run(List<String> arguments, PrintStream out) {
        Path export = null;
        String witness = null;
        List<VerificationKey> keys = new ArrayList<>();
        try {
            for (var rest = arguments.iterator(); rest.hasNext(); ) {
                String argument = rest.next();
                if (argument.equals("--witness") && rest.hasNext()) {
                    witness = Files.readString(Path.of(rest.next()));
                } else if (argument.equals("--key") && rest.hasNext()) {
                    keys.add(key(rest.next()));
                } else if (export == null && !argument.startsWith("--")) {
                    export = Path.of(argument);
                } else {
                    return unchecked(out, USAGE);
                }
            }
            return export == null ? unchecked(out, USAGE) : verify(export, keys, witness, out);
        } catch (IOException unreadable) {
            return unchecked(out, "A file cannot be read: " + unreadable.getMessage());
        } catch (IllegalArgumentException | ExportVerifier.NotAnExport refused) {
            return unchecked(out, String.valueOf(refused.getMessage()));
        }
    }

    private static VerificationKey key(String given) throws IOException {
        return VerificationKey.parse(given.contains("+") ? given : Files.readString(Path.of(given)));
    }

    private static int verify(Path export, List<VerificationKey> keys, @Nullable String witness, PrintStream out)
            throws IOException, ExportVerifier.NotAnExport {
        // a byte that is no UTF-8 is an edit like any other, so it is replaced and found, not thrown
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(export), StandardCharsets.UTF_8))) {
            Verdict verdict = ExportVerifier.verify(lines, keys, witness, (entries, of) -> {});
            out.println(verdict.words());
            verdict.findings().forEach(finding -> out.println("  " + finding));
            out.println(verdict.counts());
            out.println(verdict.key().words());
            out.println(verdict.freshness().words());
            return verdict.intact() ? 0 : 1;
        }
    }

    private static int unchecked(PrintStream out, String why) {
        out.println("NOT CHECKED: " + why);
        return 2;
    }
}
