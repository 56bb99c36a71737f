package org.rapporteur.report;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

/** The bookmarks of a document so far: their names are unique, at most 40 characters, and each has a number. */
final class Bookmarks {

    private static final int LONGEST_OF_WORD = 40;

    private final Set<String> names = new HashSet<>();

    BigInteger next(String name) {
        if (name.length() > LONGEST_OF_WORD) {
            throw new IllegalArgumentException("a bookmark has at most 40 characters, not '" + name + "'");
        }
        if (!names.add(name)) {
            throw new IllegalArgumentException("the draft has bookmark '" + name + "' twice");
        }
        return BigInteger.valueOf(names.size());
    }
}
