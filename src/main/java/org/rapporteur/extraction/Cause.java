package org.rapporteur.extraction;

/** Why a document has no usable text, or not all of it. */
public enum Cause {
    ENCRYPTED("It is protected by a password; please send it without one."),
    EMPTY("It holds no text; please check that it is the right file and send it again."),
    SCANNED("Its pages are pictures without text; please send the file it was printed from."),
    GARBLED("Its letters can't be told, because the file says wrongly which they are; please send the file it was printed from."),
    UNSUPPORTED("Files of this kind can't be read; please send it as PDF, DOCX, DOC, ODT, RTF, HTML or plain text."),
    DAMAGED("It arrived damaged and could not be opened; please send it again."),
    INCOMPLETE("Only a part of its pages could be read, because the file is not whole; please send it again."),
    TOO_LARGE("It is larger than can be read, itself or unpacked; please send the text alone."),
    TIMED_OUT("Reading it took too long; please send it in another format.");

    private final String sentence;

    Cause(String sentence) {
        this.sentence = sentence;
    }

    /** What is the matter and what to do, in words that can be sent to a government. */
    public String sentence() {
        return sentence;
    }
}
