package org.rapporteur.intake;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.List;

/** The folder that is read, open for one look. */
interface Inbox extends AutoCloseable {

    /** What lies in it and may not be settled yet, the oldest first. */
    List<Message> messages() throws MessagingException;

    /** What the server knows a message by, for good. */
    String key(Message message) throws MessagingException;

    /** These are decided, and their way through the mailbox is over: they are moved, or marked where they lie. */
    void settle(List<Message> messages, boolean held) throws MessagingException;

    /** How many messages the server holds for us, per folder and day of arrival; those that nobody can count are missing. */
    List<MailCounts.Count> counts() throws MessagingException;

    @Override
    void close() throws MessagingException;
}
