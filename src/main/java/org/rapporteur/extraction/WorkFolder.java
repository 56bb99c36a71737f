package org.rapporteur.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder for everything temporary of one process, inside one that processes share. A lock on a file in it says that its process
 * lives; the lock goes with the process, however that ends, and the next one to open a folder beside it cleans up.
 */
final class WorkFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    /** a loose file nobody has written to for so long is nobody's: the copy of an original takes seconds */
    private static final Duration LOOSE = Duration.ofHours(1);

    private final Path path;
    private final FileChannel channel;

    private WorkFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @param started when this process did; what is younger than that is left alone */
    static WorkFolder in(Path shared, Instant started) {
        try {
            Files.createDirectories(shared);
            for (Path left : list(shared)) {
                clean(left, started);
            }
            Path path = Files.createDirectory(shared.resolve(UUID.randomUUID().toString()));
            FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new WorkFolder(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close();
            delete(path);
        } catch (IOException stillInUse) {
            // a process that is being ended may write for a moment more; whoever opens a folder here next removes the rest
        }
    }

    private static void clean(Path left, Instant started) throws IOException {
        try {
            Instant touched = Files.getLastModifiedTime(left).toInstant();
            if (Files.isDirectory(left) ? touched.isBefore(started) && !isOfALivingProcess(left) : touched.isBefore(started.minus(LOOSE))) {
                delete(left);
            }
        } catch (NoSuchFileException somebodyElseWas) {
            // two processes may clean at once
        }
    }

    private static boolean isOfALivingProcess(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (NoSuchFileException neverLocked) {
            return false;
        }
    }

    private static void delete(Path left) throws IOException {
        try (Stream<Path> all = Files.walk(left)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
