package org.rapporteur.extraction;

/** Which version of the reading an extraction comes from; it grows when the same bytes would give other blocks. */
final class Extractor {

    static final String VERSION = "6";

    private Extractor() {}
}
