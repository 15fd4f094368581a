package org.partnerhub.referral;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A scanner that speaks clamd's protocol on a socket: {@code zINSTREAM}, chunks with their lengths, and one reply. It finds the EICAR test
 * file and nothing else.
 */
final class ClamdPlayed {

    /** The industry's harmless test file, put together here so that this source is none. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE" + "!$H+H*";

    /** What it does with whoever calls. */
    enum Mood {
        ANSWERS,
        HANGS_UP,
        SAYS_ERROR
    }

    private static final int LONGEST = 25 * 1024 * 1024;

    private final ServerSocket door;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Mood mood = Mood.ANSWERS;

    private ClamdPlayed(ServerSocket door) {
        this.door = door;
    }

    static ClamdPlayed started() {
        try {
            ClamdPlayed clamd = new ClamdPlayed(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("clamd-played").start(clamd::answerAll);
            return clamd;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    void is(Mood now) {
        mood = now;
    }

    int calls() {
        return calls.get();
    }

    private void answerAll() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                calls.incrementAndGet();
                answer(caller);
            } catch (IOException hungUp) {
                // the next caller
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        if (mood == Mood.HANGS_UP) {
            return;
        }
        String reply = reply(new DataInputStream(caller.getInputStream()));
        caller.getOutputStream().write((reply + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private String reply(DataInputStream in) throws IOException {
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            return "UNKNOWN COMMAND";
        }
        StringBuilder all = new StringBuilder();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            if (length < 0 || all.length() + length > LONGEST) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            byte[] chunk = in.readNBytes(length);
            if (chunk.length < length) {
                throw new EOFException();
            }
            all.append(new String(chunk, StandardCharsets.ISO_8859_1));
        }
        if (mood == Mood.SAYS_ERROR) {
            return "stream: Can't allocate memory ERROR";
        }
        return all.indexOf(EICAR) >= 0 ? "stream: Eicar-Signature FOUND" : "stream: OK";
    }
}
