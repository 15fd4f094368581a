package org.partnerhub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The one folder in which parts keep their data, their ports and their generated secrets, so that a restart finds all of it again.
 * At most one process uses a folder at a time.
 */
public final class PartsFolder implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path root;
    private final FileChannel lockFile;
    private final boolean anyPorts;
    private final KeptSettings ports;
    private final KeptSettings secrets;

    private PartsFolder(Path root, FileChannel lockFile, boolean anyPorts) {
        this.root = root;
        this.anyPorts = anyPorts;
        this.lockFile = lockFile;
        this.ports = new KeptSettings(
                root.resolve("ports.properties"),
                "Ports, chosen at the first start. Change one while the hub is down.");
        this.secrets = new KeptSettings(
                root.resolve("secrets.properties"), "Generated at the first start; good for this folder alone.");
    }

    /**
     * Takes the folder, making it where it does not exist.
     *
     * @throws FolderInUse when another process holds it
     */
    public static PartsFolder at(Path folder) {
        return at(folder, false);
    }

    /** Takes the folder and leaves the usual ports to others: for tests, of which several may run on one machine. */
    public static PartsFolder withAnyPorts(Path folder) {
        return at(folder, true);
    }

    private static PartsFolder at(Path folder, boolean anyPorts) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            restrictToOwner(root);
            return new PartsFolder(root, locked(root), anyPorts);
        } catch (IOException unusable) {
            throw new UncheckedIOException("Cannot use the folder " + root + ".", unusable);
        }
    }

    private static FileChannel locked(Path root) throws IOException {
        FileChannel file = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locks(file)) {
            file.close();
            throw new FolderInUse(root);
        }
        return file;
    }

    private static boolean locks(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Returns the port kept for this name; at the first ask the preferred one or, where that is taken, a free one */
    public int port(String name, int preferred) {
        return Integer.parseInt(
                ports.get(name, () -> Integer.toString(FreePorts.near(anyPorts ? 0 : preferred, ports.values()))));
    }

    /** Returns the secret kept for this name; made at the first ask */
    public String secret(String name) {
        return secrets.get(name, PartsFolder::randomSecret);
    }

    /** Returns a folder of this part's own, made where it does not exist */
    public Path part(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException unusable) {
            throw new UncheckedIOException("Cannot make a folder in " + root + ".", unusable);
        }
    }

    public Path root() {
        return root;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException unusable) {
            throw new UncheckedIOException("Cannot let go of " + root + ".", unusable);
        }
    }

    private static String randomSecret() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void restrictToOwner(Path root) throws IOException {
        if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
