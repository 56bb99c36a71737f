package org.rapporteur.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells amounts, shares and counts from the numbers of years, days, articles and paragraphs. */
final class Figures {

    private static final String NUMBER = "\\d[\\d.,\u00A0\u202F]*";
    private static final Pattern AMOUNT = Pattern.compile("(?iu)[€$£¥₩]\\s?\\d|\\b(EUR|USD|GBP|CHF|NOK|SEK|DKK|KRW|JPY|CAD|AUD|MXN)\\s?\\d|" + NUMBER
            + "\\s?(%|‰|€|£|₩|(percent|per cent|pour cent|por ciento|thousand|mille|mil|million|millions|millón|millones|billion|billions|milliards?|mil millones|euros?|dollars?)\\b)");
    private static final Pattern COUNT = Pattern.compile("(?<![\\p{L}\\d/.,-])\\d{1,3}(?:[.,\u00A0\u202F ]?\\d{3})*(?![\\d/-]|[.,]\\d|\\p{L})");
    private static final Pattern BEFORE_A_PLACE = Pattern.compile("(?iu).*\\b(para|paras|paragraph|paragraphe|párrafo|article|artículo|art|section|sección|chapter|chapitre|capítulo|no|nº|n°|page|p|pp|law|loi|ley|version|annex|annexe|anexo)\\.?\\s*$");
    private static final Pattern MONTH = Pattern.compile("(?iu)\\s*(de\\s+)?(jan|feb|fév|mar|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|août|ago|sep|oct|nov|dec|déc|dic|ene)\\p{L}*.*");

    private Figures() {}

    /** Whether a text says how much or how many. */
    static boolean named(String text) {
        if (AMOUNT.matcher(text).find()) {
            return true;
        }
        for (Matcher count = COUNT.matcher(text); count.find();) {
            if (isCount(text, count)) {
                return true;
            }
        }
        return false;
    }

    /** One of two signs at least: "the 3 ministries" is seldom what somebody looks for, and a list is numbered in ones. */
    private static boolean isCount(String text, Matcher number) {
        String digits = number.group().replaceAll("\\D", "");
        String before = text.substring(Math.max(0, number.start() - 20), number.start());
        String after = text.substring(number.end(), Math.min(text.length(), number.end() + 14));
        boolean begins = text.substring(0, number.start()).isBlank() || before.endsWith("\n");
        return digits.length() > 1 && !(begins && after.matches("(?s)[.)].*")) && !digits.matches("(1[89]|20)\\d\\d")
                && !BEFORE_A_PLACE.matcher(before).matches() && !MONTH.matcher(after).matches();
    }
}
