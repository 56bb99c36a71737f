package org.rapporteur.call;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a mail address that we write to: one name, one domain, at most {@value #LONGEST} characters. Quoted names, which RFC 5321
 * has too, are not among them: nobody's ministry uses them, and they can hold anything.
 */
public final class MailAddress {

    /** what the database keeps */
    public static final int LONGEST = 320;

    private static final Pattern FORM = Pattern.compile("(?U)[^@\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\]+@[^@\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\]+");

    private MailAddress() {}

    /** @param text null is none */
    public static boolean is(@Nullable String text) {
        return text != null && text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
