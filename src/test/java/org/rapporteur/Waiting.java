package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

/** Waits for what another thread or process does, never longer than is sensible. */
public final class Waiting {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Waiting() {}

    /** Waits up to a minute. */
    public static void until(Callable<Boolean> there) throws InterruptedException {
        until(LONGEST, there);
    }

    /** @throws AssertionError where the time passes in vain, or asking fails */
    public static void until(Duration longest, Callable<Boolean> there) throws InterruptedException {
        Instant end = Instant.now().plus(longest);
        while (!answer(there)) {
            assertThat(Instant.now()).as("waited %s in vain", longest).isBefore(end);
            Thread.sleep(50);
        }
    }

    /** Whether something on this machine listens on the port. */
    public static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** A port that nobody listens on now, none of those that the system gives to connections of its own accord. */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress("127.0.0.1", port));
                return port;
            } catch (IOException taken) {
                continue;
            }
        }
    }

    private static boolean answer(Callable<Boolean> there) {
        try {
            return there.call();
        } catch (Exception cannotTell) {
            throw new AssertionError("what is waited for can't be told", cannotTell);
        }
    }
}
