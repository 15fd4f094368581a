package org.partnerhub.embedded;

import java.nio.file.Path;

/** Another process holds the folder; the message says what to do. */
public final class FolderInUse extends IllegalStateException {

    private static final long serialVersionUID = 1;

    FolderInUse(Path folder) {
        super("Another hub runs on " + folder + ". Stop it, or name another folder with --folder.");
    }
}
