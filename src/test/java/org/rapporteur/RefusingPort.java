package org.rapporteur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A port in front of an SMTP server that turns away a third of the connections, as an overloaded server does. */
public final class RefusingPort implements AutoCloseable {

    private static final byte[] LATER = "421 4.3.2 too busy, try again later\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger refused = new AtomicInteger();
    private final int behind;
    private final Random random;

    /** @param behind port of the server */
    public RefusingPort(int behind, long seed) throws IOException {
        this.behind = behind;
        this.random = new Random(seed);
        threads.submit(this::open);
    }

    public int port() {
        return door.getLocalPort();
    }

    public int refused() {
        return refused.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                boolean refuse = random.nextInt(3) == 0;
                threads.submit(() -> answer(caller, refuse));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller, boolean refuse) {
        try (caller) {
            if (refuse) {
                refused.incrementAndGet();
                caller.getOutputStream().write(LATER);
                return;
            }
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                threads.submit(() -> pass(server, caller));
                pass(caller, server);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException brokenOff) {
            // the caller was killed in the middle, which is what this is for
        }
    }
}
