package org.rapporteur.extraction;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/** Who sent a mail and what about, as Tika tells it. */
final class MailHead {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'@]+@[^\\s<>\"'@]+");

    private MailHead() {}

    static @Nullable String sender(Metadata metadata) {
        for (String value : new String[] {metadata.get(Message.MESSAGE_FROM_EMAIL), metadata.get(Message.MESSAGE_FROM),
            metadata.get(TikaCoreProperties.CREATOR)}) {
            String address = value == null ? null : address(value);
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    /** The first address in it, lower case; null where there is none. */
    static @Nullable String address(String from) {
        Matcher matcher = ADDRESS.matcher(from);
        return matcher.find() && matcher.group().length() <= 320 ? StorableText.of(matcher.group().toLowerCase(Locale.ROOT)) : null;
    }

    /** What is stored of the subject; null where there is none. */
    static @Nullable String subject(Metadata metadata) {
        String subject = metadata.get(TikaCoreProperties.SUBJECT);
        return StorableText.orNull(subject == null ? metadata.get(TikaCoreProperties.TITLE) : subject);
    }
}
