package org.rapporteur.intake;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.james.mime4j.mboxiterator.CharBufferWrapper;
import org.apache.james.mime4j.mboxiterator.FromLinePatterns;
import org.apache.james.mime4j.mboxiterator.MboxIterator;
import org.rapporteur.call.Call;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Sha256;
import org.springframework.stereotype.Component;

/** Takes in files and folders, in the order of their paths, so that a second run finds everything in its place. */
@Component
public class FolderWalk {

    /** any sender, and a year at the end of the line */
    private static final String MESSAGE_START = FromLinePatterns.DEFAULT2;

    private final Intake intake;

    FolderWalk(Intake intake) {
        this.intake = intake;
    }

    /**
     * A file to take in.
     *
     * @param path where it is
     * @param place its path below the folder that was named, with {@code /}
     */
    public record Item(Path path, String place) {}

    /** Every file at or below the paths; links to folders are not followed. */
    public static List<Item> files(List<Path> paths) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Path root : paths) {
            List<Item> below = new ArrayList<>();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    below.add(new Item(file, place(root, file)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException cannotRead) {
                    return visitFile(file, null);
                }
            });
            below.stream().sorted((a, b) -> a.place().compareTo(b.place())).forEach(items::add);
        }
        return items;
    }

    /**
     * Takes in one file: a mailbox gives a delivery for each message, everything else is one delivery.
     *
     * @param country for files whose path names none
     * @throws IOException where the file cannot be read; nothing of it is taken in then
     */
    public void take(Call call, Item item, Optional<CountryCode> country, Consumer<Delivery> taken) throws IOException {
        if (!Files.isReadable(item.path())) {
            throw new IOException("it can't be read");
        }
        if (!Files.isRegularFile(item.path())) {
            // a pipe would be waited for without end
            throw new IOException("it is a pipe, a device or a link to a folder");
        }
        Optional<CountryCode> from = Places.country(item.place()).or(() -> country);
        String name = item.place().toLowerCase(Locale.ROOT);
        boolean ignored = IgnoredFiles.rule(item.place()).isPresent();
        if (!ignored && (name.endsWith(".mbox") || name.endsWith(".mbx")) && isMailbox(item.path())) {
            takeMailbox(call, item, from, taken);
        } else if (!ignored && name.endsWith(".eml")) {
            try (InputStream raw = Files.newInputStream(item.path())) {
                takeMessage(call, item.place(), raw, from, taken);
            }
        } else {
            taken.accept(intake.file(call, item.path(), item.place(), from));
        }
    }

    private void takeMailbox(Call call, Item item, Optional<CountryCode> country, Consumer<Delivery> taken) throws IOException {
        int number = 0;
        try (MboxIterator messages = MboxIterator.fromFile(item.path().toFile()).fromLine(MESSAGE_START)
                .charset(StandardCharsets.ISO_8859_1)
                .maxMessageSize((int) Math.min(Integer.MAX_VALUE / 4, Files.size(item.path()) + 1024)).build()) {
            for (CharBufferWrapper message : messages) {
                byte[] raw = message.toString().getBytes(StandardCharsets.ISO_8859_1);
                takeMessage(call, item.place() + "#" + ++number, new ByteArrayInputStream(raw), country, taken);
            }
        }
    }

    private void takeMessage(Call call, String place, InputStream raw, Optional<CountryCode> country, Consumer<Delivery> taken)
            throws IOException {
        Sha256 original = intake.keep(raw::transferTo);
        taken.accept(intake.message(call, Channel.FOLDER, Intake.folderKey(place, original), original, country, Optional.empty()));
    }

    private static boolean isMailbox(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String first = lines.readLine();
            return first != null && first.matches(MESSAGE_START);
        }
    }

    private static String place(Path root, Path file) {
        Path below = root.equals(file) ? file.getFileName() : root.relativize(file);
        return below.toString().replace('\\', '/');
    }
}
