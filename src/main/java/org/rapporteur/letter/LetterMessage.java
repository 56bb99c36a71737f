package org.rapporteur.letter;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** A letter as a message (RFC 5322) that says that a machine answers (RFC 3834), as plain text and as a page. */
final class LetterMessage extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    private LetterMessage(String messageId) {
        super(Session.getInstance(new Properties()));
        this.messageId = messageId;
    }

    static MimeMessage of(Letter letter, SmtpSettings smtp, Instant now) throws MessagingException {
        NewLetter content = letter.content();
        LetterMessage message = new LetterMessage(letter.head().messageId());
        message.setFrom(sender(smtp));
        message.setRecipients(Message.RecipientType.TO, new InternetAddress[] {new InternetAddress(content.recipient())});
        message.setSubject(content.subject(), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", content.delivery() == null ? "auto-generated" : "auto-replied");
        // programs that know only this header must not answer it either; it must not keep them from saying that it can't be delivered
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        message.setContentLanguage(new String[] {content.language().toLanguageTag()});
        if (letter.head().inReplyTo() != null) {
            message.setHeader("In-Reply-To", letter.head().inReplyTo());
        }
        if (!letter.head().references().isEmpty()) {
            message.setHeader("References", MimeUtility.fold("References: ".length(), letter.head().references()));
        }
        message.setContent(new MimeMultipart("alternative", part(content.text(), "plain"), part(content.html(), "html")));
        message.saveChanges();
        return message;
    }

    /** It was fixed when the letter was written. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static InternetAddress sender(SmtpSettings smtp) throws MessagingException {
        InternetAddress sender = new InternetAddress(smtp.from());
        try {
            sender.setPersonal(smtp.name().isBlank() ? null : smtp.name(), UTF_8);
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException("every Java knows UTF-8", never);
        }
        return sender;
    }
}
