package org.partnerhub.support.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;

/**
 * Does a piece of work again and again: at once while there is more, when nudged, and else at the interval. A failure is
 * logged and waited out, up to a minute; the work itself keeps what must not be lost.
 */
public final class Poller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    private final String name;
    private final Duration interval;
    private final BooleanSupplier work;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * A poller that starts and stops with the application.
     *
     * @param name of the thread, starting with the service's name and a colon
     * @param work one round; true where another should follow at once
     */
    public Poller(String name, Duration interval, BooleanSupplier work) {
        this.name = name;
        this.interval = interval;
        this.work = work;
    }

    /** There is something to do now. Costs nothing where a round is already asked for. */
    public void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofVirtual().name(name).start(this::run);
        }
    }

    private void run() {
        MDC.put("service", name.substring(0, Math.max(0, name.indexOf(':'))));
        Duration wait = interval;
        while (running) {
            try {
                boolean more = work.getAsBoolean();
                wait = more ? Duration.ZERO : interval;
            } catch (Throwable failure) { // a thread that ended would leave its work undone while health stays green
                wait = longer(wait);
                LOG.warn(
                        "{} failed and waits {} s: {}",
                        name,
                        wait.toSeconds(),
                        failure.getClass().getName());
            }
            pause(wait);
        }
    }

    private static Duration longer(Duration wait) {
        Duration next = wait.plusSeconds(1).multipliedBy(2);
        return next.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : next;
    }

    private void pause(Duration wait) {
        try {
            if (wait.isPositive() && nudges.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        nudges.release();
        if (thread != null) {
            try {
                thread.join(STOP_WITHIN);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
