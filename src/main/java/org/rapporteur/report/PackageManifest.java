package org.rapporteur.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a package says of itself, in {@value PackageReader#MANIFEST}.
 *
 * @param format {@value #FORMAT}
 * @param edition internal or public
 * @param call its code
 * @param counts of what is in it, by what is counted
 * @param leftOut what is not in it, as sentences
 * @param files all others, with their hashes
 */
record PackageManifest(String format, String edition, String call, String title, Map<String, Integer> counts, List<String> leftOut, List<Entry> files) {

    static final String FORMAT = "rapporteur-package-1";

    PackageManifest {
        Objects.requireNonNull(format, "format");
        counts = Map.copyOf(counts);
        files = List.copyOf(files);
    }

    /** A file of the package. */
    record Entry(String name, long size, String sha256) {

        Entry {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    /** All but the files. */
    static Map<String, Object> head(String edition, String call, String title, Map<String, Integer> counts, List<String> leftOut) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", FORMAT);
        head.put("edition", edition);
        head.put("call", call);
        head.put("title", title);
        head.put("counts", counts);
        head.put("leftOut", leftOut);
        return head;
    }
}
