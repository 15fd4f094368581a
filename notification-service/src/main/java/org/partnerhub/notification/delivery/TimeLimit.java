package org.partnerhub.notification.delivery;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that made it when the time is up, so that no partner can hold an attempt longer; closing ends that. */
public final class TimeLimit implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final ScheduledFuture<?> alarm;
    private boolean open = true;
    private boolean passed;

    public TimeLimit(ScheduledExecutorService clock, Duration limit) {
        alarm = clock.schedule(this::ring, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void ring() {
        if (open) {
            passed = true;
            thread.interrupt();
        }
    }

    public synchronized boolean passed() {
        return passed;
    }

    /** After this the thread is not interrupted any more, and an interruption that came is taken back. */
    @Override
    public synchronized void close() {
        open = false;
        alarm.cancel(false);
        if (passed) {
            Thread.interrupted();
        }
    }
}
