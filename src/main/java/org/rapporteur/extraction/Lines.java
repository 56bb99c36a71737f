package org.rapporteur.extraction;

/** Lines of a printed page made into running text again. */
final class Lines {

    private Lines() {}

    /** Adds a line: a word that was divided at the end of the last one is made whole, else a space comes between. */
    static void append(StringBuilder text, String line) {
        int last = text.length() - 1;
        if (last > 0 && text.charAt(last) == '-' && Character.isLetter(text.charAt(last - 1)) && !line.isEmpty()
                && Character.isLowerCase(line.charAt(0))) {
            text.setLength(last);
        } else if (last >= 0) {
            text.append(' ');
        }
        text.append(line);
    }
}
