package org.partnerhub.consent.directory.outgoing;

import java.util.concurrent.locks.ReentrantLock;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.support.calls.ServiceCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Keeps the directory fresh: at start, at intervals, and when told that a partner changed. */
@Component
public class DirectoryReader {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryReader.class);

    private final ServiceCalls calls;
    private final KnownDirectory directory;
    private final ReentrantLock reading = new ReentrantLock();

    DirectoryReader(ServiceCalls calls, KnownDirectory directory) {
        this.calls = calls;
        this.directory = directory;
    }

    /** At fixed times, not with a fixed pause: a slow answer must not hold up the other clocks. */
    @Scheduled(fixedRateString = "${hub.directory.refresh-every}")
    void refreshInTime() {
        if (reading.tryLock()) {
            try {
                refresh();
            } catch (RestClientException unavailable) {
                LOG.warn(
                        "notification-service's directory cannot be read: {}",
                        unavailable.getClass().getSimpleName());
            } finally {
                reading.unlock();
            }
        }
    }

    /**
     * Reads the directory now.
     *
     * @throws RestClientException where notification-service does not answer
     */
    public void refresh() {
        Directory read = calls.to("notification")
                .get()
                .uri("/internal/directory")
                .retrieve()
                .body(Directory.class);
        if (read != null) {
            directory.read(read);
        }
    }
}
