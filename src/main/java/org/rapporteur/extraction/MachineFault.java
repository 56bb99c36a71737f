package org.rapporteur.extraction;

import java.io.FileNotFoundException;
import java.nio.file.FileSystemException;
import java.util.regex.Pattern;

/** Reading did not work out for a reason that is the machine's: a full disk, a missing folder, no more open files. */
final class MachineFault extends Exception {

    /** how operating systems put it where Java has no type for it */
    private static final Pattern WORDS = Pattern.compile("(?i)no space left|not enough space|quota exceeded|too many open files|"
            + "input/output error|read-only file system|cannot allocate memory");

    MachineFault(String message, Throwable cause) {
        super(message, cause);
    }

    /** POI says so of an entry that an OLE2 file lacks: then it is the file that is broken. */
    private static boolean isInside(FileNotFoundException missing) {
        return missing.getMessage() != null && missing.getMessage().startsWith("no such entry");
    }

    /** Whatever else goes wrong while a file is read is taken for the file's fault. */
    static void throwIfOne(Throwable thrown) throws MachineFault {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException || cause instanceof FileNotFoundException missing && !isInside(missing)
                    || cause.getMessage() != null && WORDS.matcher(cause.getMessage()).find()) {
                throw new MachineFault(cause.toString(), thrown);
            }
        }
    }
}
