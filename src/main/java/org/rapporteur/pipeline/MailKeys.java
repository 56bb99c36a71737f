package org.rapporteur.pipeline;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;
import org.springframework.stereotype.Component;

/** What a mail server knows a message by: account, folder, UIDVALIDITY and UID. */
@Component("mail-keys")
class MailKeys implements MailUidGenerator {

    @Override
    public String generateUuid(MailEndpoint endpoint, Message message) {
        try {
            return of(message);
        } catch (MessagingException gone) {
            throw new IllegalStateException("the mail server does not tell the UID of a message", gone);
        }
    }

    static String of(Message message) throws MessagingException {
        Folder folder = message.getFolder();
        UIDFolder uids = (UIDFolder) folder;
        return "%s/%s/%d/%d".formatted(folder.getStore().getURLName().getUsername(), folder.getFullName(), uids.getUIDValidity(),
                uid(folder, message));
    }

    /** The UIDs of all messages are asked for at once: the folder keeps them. */
    private static long uid(Folder folder, Message message) throws MessagingException {
        if (message.getMessageNumber() == 1) {
            FetchProfile profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            folder.fetch(folder.getMessages(), profile);
        }
        return ((UIDFolder) folder).getUID(message);
    }
}
