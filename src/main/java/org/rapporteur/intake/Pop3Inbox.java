package org.rapporteur.intake;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.util.Arrays;
import java.util.List;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** A POP3 mailbox: it has one folder, no dates, and knows a message by its UIDL. Settled mail is deleted only where that is asked for. */
final class Pop3Inbox implements Inbox {

    private final MailSettings settings;
    private final POP3Folder folder;

    Pop3Inbox(MailSettings settings, Store store) throws MessagingException {
        this.settings = settings;
        this.folder = (POP3Folder) store.getFolder("INBOX");
        folder.open(Folder.READ_WRITE);
    }

    @Override
    public List<Message> messages() throws MessagingException {
        Message[] messages = folder.getMessages();
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages, profile);
        return Arrays.asList(messages);
    }

    /** @throws MessagingException where the server has no UIDL: nothing else tells one message from another for good */
    @Override
    public String key(Message message) throws MessagingException {
        String uidl = folder.getUID(message);
        if (uidl == null) {
            throw new MessagingException("the mail server has no UIDL, without which mail would be taken in again at every look; use IMAP");
        }
        return "%s/INBOX/UIDL %s".formatted(settings.account(), uidl);
    }

    @Override
    public void settle(List<Message> messages, boolean held) throws MessagingException {
        if (settings.delete() && !held) {
            for (Message message : messages) {
                message.setFlag(Flags.Flag.DELETED, true);
            }
        }
    }

    @Override
    public List<MailCounts.Count> counts() {
        return List.of();
    }

    @Override
    public void close() throws MessagingException {
        if (folder.isOpen()) {
            folder.close(settings.delete());
        }
    }
}
