package org.rapporteur.submission;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Bytes as they came, kept once by their SHA-256 in {@code originals/ab/abcdef…}. A stored file is on the disk, and so is its
 * folder, before its row is written.
 */
@Repository
public class Originals {

    private final Path folder;
    private final Path work;
    private final JdbcClient jdbc;
    private final Clock clock;

    Originals(@Qualifier("originalsFolder") Path folder, JdbcClient jdbc, Clock clock) {
        this.folder = folder;
        this.work = folder.resolve(".work");
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps these bytes; twice is once. */
    public Sha256 keep(byte[] bytes) {
        Path copy = temporary();
        try {
            Files.write(copy, bytes);
            return keepFile(copy, Sha256.of(bytes), bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that can write out its bytes, once. */
    @FunctionalInterface
    public interface Source<E extends Exception> {

        void writeTo(OutputStream out) throws IOException, E;
    }

    /**
     * Keeps what the source writes, without holding it in memory; twice is once.
     *
     * @throws IOException where the source, or the disk, breaks off: then nothing is kept
     */
    public <E extends Exception> Sha256 keep(Source<E> source) throws IOException, E {
        Path copy = temporary();
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                source.writeTo(out);
            }
            return keepFile(copy, Sha256.of(copy), Files.size(copy));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Keeps a copy of this file; twice is once. */
    public Sha256 keep(Path file) {
        Path copy = temporary();
        try {
            Files.copy(file, copy);
            return keepFile(copy, Sha256.of(copy), Files.size(copy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the bytes stand; the file is there for every row. */
    public Path file(Sha256 sha256) {
        return folder.resolve(sha256.hex().substring(0, 2)).resolve(sha256.hex());
    }

    /** All that is kept, in order of hash. */
    public List<Sha256> all() {
        return jdbc.sql("SELECT sha256 FROM original ORDER BY sha256").query(String.class).list().stream().map(Sha256::new).toList();
    }

    private Sha256 keepFile(Path copy, Sha256 sha256, long size) throws IOException {
        Path target = file(sha256);
        if (Files.exists(target) && Files.size(target) == size) {
            Files.delete(copy);
        } else {
            flush(copy, StandardOpenOption.WRITE);
            boolean newFolder = Files.notExists(target.getParent());
            Files.createDirectories(target.getParent());
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flush(target.getParent(), StandardOpenOption.READ);
            if (newFolder) {
                flush(folder, StandardOpenOption.READ);
            }
        }
        jdbc.sql("INSERT INTO original (sha256, size, stored_at) VALUES (:sha256, :size, :at) ON CONFLICT DO NOTHING")
                .param("sha256", sha256.hex()).param("size", size).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return sha256;
    }

    private Path temporary() {
        try {
            Files.createDirectories(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return work.resolve(UUID.randomUUID().toString());
    }

    private static void flush(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
