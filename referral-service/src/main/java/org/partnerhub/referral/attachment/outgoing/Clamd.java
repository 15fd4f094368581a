package org.partnerhub.referral.attachment.outgoing;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.partnerhub.referral.attachment.Verdict;

/** A scanner that speaks clamd's protocol over TCP: INSTREAM, in chunks, ended by an empty one. */
public final class Clamd {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_REPLY = 1024;

    private final InetSocketAddress address;
    private final int connectMillis;
    private final int readMillis;

    /**
     * A scanner.
     *
     * @param host and port as in {@code clamd.conf}: TCPAddr, TCPSocket (3310)
     */
    public Clamd(String host, int port, Duration connect, Duration read) {
        this.address = InetSocketAddress.createUnresolved(host, port);
        this.connectMillis = Math.toIntExact(connect.toMillis());
        this.readMillis = Math.toIntExact(read.toMillis());
    }

    /** What it says of a file; never throws where it does not answer. */
    public Verdict scan(byte[] bytes) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), connectMillis);
            socket.setSoTimeout(readMillis);
            send(bytes, new DataOutputStream(socket.getOutputStream()));
            return verdict(new String(socket.getInputStream().readNBytes(LONGEST_REPLY), StandardCharsets.US_ASCII));
        } catch (IOException down) {
            return new Verdict.Unknown(down.getClass().getSimpleName());
        }
    }

    private static void send(byte[] bytes, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int from = 0; from < bytes.length; from += CHUNK) {
            int length = Math.min(CHUNK, bytes.length - from);
            out.writeInt(length);
            out.write(bytes, from, length);
        }
        out.writeInt(0);
        out.flush();
    }

    /** {@code stream: OK}, {@code stream: NAME FOUND} or {@code … ERROR}. */
    private static Verdict verdict(String reply) {
        String said = reply.replace("\0", "").strip();
        if (said.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (said.startsWith("stream: ") && said.endsWith(" FOUND")) {
            return new Verdict.Infected(said.substring("stream: ".length(), said.length() - " FOUND".length()));
        }
        return new Verdict.Unknown(said.endsWith("ERROR") ? "scanner-error" : "unreadable-reply");
    }
}
