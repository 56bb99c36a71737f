package org.rapporteur.intake;

/** Names that senders give to their files. */
public final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    /** The last step of the path, without control and direction characters; never blank, at most {@value #LONGEST} characters. */
    public static String harmless(String name) {
        String last = name.replace('\\', '/').replaceAll("/+$", "");
        String clean = last.substring(last.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "").strip();
        String named = clean.isEmpty() || clean.equals(".") || clean.equals("..") ? "unnamed" : clean;
        return named.length() <= LONGEST ? named : named.substring(0, LONGEST);
    }
}
