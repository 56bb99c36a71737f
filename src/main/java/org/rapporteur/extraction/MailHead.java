package org.rapporteur.extraction;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.MailAddress;

/** Who sent a mail and what about, as Tika tells it. */
final class MailHead {

    /** a name that nobody quoted may hold anything */
    private static final Pattern NAMED = Pattern.compile("\\s*+(?:[^<>\",]++|\"[^\"]*+\")*+<([^<>,]++)>\\s*+");

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

    /**
     * The one address of a From, lower case; null where there is none, or several. A name that looks like an address is a name.
     *
     * @param from as it was written, before encoded words are decoded: what they hide is no address
     */
    static @Nullable String address(String from) {
        Matcher named = NAMED.matcher(from);
        List<Mailbox> mailboxes = LenientAddressParser.DEFAULT.parseAddressList(named.matches() ? named.group(1) : from).flatten();
        String address = mailboxes.size() == 1 && mailboxes.getFirst().getDomain() != null ? mailboxes.getFirst().getAddress().toLowerCase(Locale.ROOT) : null;
        return MailAddress.is(address) ? StorableText.of(address) : null;
    }

    /** What is stored of the subject; null where there is none. */
    static @Nullable String subject(Metadata metadata) {
        String subject = metadata.get(TikaCoreProperties.SUBJECT);
        return StorableText.orNull(subject == null ? metadata.get(TikaCoreProperties.TITLE) : subject);
    }
}
