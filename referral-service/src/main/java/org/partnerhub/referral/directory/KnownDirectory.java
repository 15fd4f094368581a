package org.partnerhub.referral.directory;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.partnerhub.contracts.directory.Directory;

/** The directory as it was last heard; whoever is not in it is refused. */
public final class KnownDirectory {

    private final AtomicReference<Optional<Directory>> last = new AtomicReference<>(Optional.empty());

    public void heard(Directory directory) {
        last.set(Optional.of(directory));
    }

    /** The directory, once it was heard for the first time. */
    public Optional<Directory> last() {
        return last.get();
    }

    /**
     * The directory, where work cannot go on without it and is tried again later.
     *
     * @throws DirectoryUnheard before it was heard for the first time
     */
    public Directory required() {
        return last().orElseThrow(DirectoryUnheard::new);
    }

    /** Nobody is known yet. */
    public static final class DirectoryUnheard extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        DirectoryUnheard() {
            super("The directory of partners was not heard yet; notification-service gives it.");
        }
    }
}
