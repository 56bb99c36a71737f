package org.rapporteur.report;

import java.util.Locale;

/** The marks around a quotation, as its own language sets them. */
record QuotationMarks(String opening, String closing) {

    private static final String NO_BREAK = "\u00a0";

    /** @param language ISO 639-1; English marks for what has no marks of its own here */
    static QuotationMarks of(String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "fr" -> new QuotationMarks("«" + NO_BREAK, NO_BREAK + "»");
            case "es", "it", "pt", "el", "no", "nb", "nn" -> new QuotationMarks("«", "»");
            case "de", "cs", "sk" -> new QuotationMarks("„", "“");
            case "pl", "hu" -> new QuotationMarks("„", "”");
            case "sv", "fi" -> new QuotationMarks("”", "”");
            default -> new QuotationMarks("“", "”");
        };
    }
}
