package org.rapporteur.cli;

/** Something the person at the keyboard can mend; the message says what is wrong and what to do. */
final class Problem extends RuntimeException {

    private final int status;

    Problem(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    static Problem usage(String sentence) {
        return new Problem(CommandLineApp.USAGE, sentence);
    }

    static Problem found(String sentence) {
        return new Problem(CommandLineApp.SOMETHING_WRONG, sentence);
    }

    int status() {
        return status;
    }
}
