package org.rapporteur.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Only one {@code serve} at a time works on a data folder; the lock goes with the process. */
final class FolderLock {

    private final FileLock lock;

    private FolderLock(FileLock lock) {
        this.lock = lock;
    }

    /** @throws Problem where another process serves this folder */
    static FolderLock take(Path data) throws IOException {
        FileChannel channel = FileChannel.open(data.resolve("db").resolve("serve.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(lock);
            }
        } catch (OverlappingFileLockException ours) {
            // held by this very process: the same answer
        }
        channel.close();
        throw Problem.found("Another Rapporteur already serves the data folder %s; end it first, or choose another folder with --data."
                .formatted(data));
    }

    void release() throws IOException {
        lock.acquiredBy().close();
    }
}
