package org.partnerhub.quickstart.demo;

import java.io.PrintStream;
import org.awaitility.core.ConditionTimeoutException;

/** Tells the story as it is played and counts what was checked. */
public final class Narration {

    private final PrintStream out;
    private int steps;
    private int passed;
    private int failed;

    public Narration(PrintStream out) {
        this.out = out;
    }

    /** A step of the story; where it breaks off, that counts as one failure and the story goes on. */
    public void step(String title, Runnable events) {
        steps++;
        out.printf("%n%d. %s%n", steps, title);
        try {
            events.run();
        } catch (ConditionTimeoutException late) {
            check("what was waited for came in time (" + late.getMessage() + ")", false);
        } catch (RuntimeException broken) {
            // whatever it was, the demo goes on to its last line
            String why = broken.getClass().getSimpleName() + ": " + broken.getMessage();
            check("the step could be played to its end (" + why + ")", false);
        }
    }

    /** Something that happened. */
    public void say(String text) {
        out.println("   " + text);
    }

    /** Something that must be so. */
    public void check(String claim, boolean holds) {
        if (holds) {
            passed++;
        } else {
            failed++;
        }
        out.println((holds ? "   ✓ " : "   ✗ ") + claim);
    }

    /** Something that must be so, with what was seen instead where it is not. */
    public void check(String claim, boolean holds, Object seen) {
        check(holds ? claim : claim + " — seen: " + seen, holds);
    }

    /** The closing line; bin/demo's last. */
    public String summary() {
        return "demo: %d passed, %d failed".formatted(passed, failed);
    }

    public boolean failed() {
        return failed > 0;
    }
}
