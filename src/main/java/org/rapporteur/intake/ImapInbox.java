package org.rapporteur.intake;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An IMAP folder, opened anew for every look: one that stays open over moves goes on counting what has left. Settled mail is moved, and
 * where the server does not let us, flagged as read and with a keyword of ours.
 */
final class ImapInbox implements Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(ImapInbox.class);
    private static final Flags TAKEN = new Flags("$RapporteurTaken");

    private final MailSettings settings;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final long from;
    private long highest;

    /** @param since where the last look ended; what it settled is not asked for again */
    ImapInbox(MailSettings settings, Store store, Since since) throws MessagingException {
        this.settings = settings;
        this.store = (IMAPStore) store;
        this.folder = (IMAPFolder) store.getFolder(settings.folder());
        folder.open(Folder.READ_WRITE);
        this.from = since.validity() == folder.getUIDValidity() ? since.uid() : 1;
        this.highest = from - 1;
    }

    /** The first UID that is not settled, as long as the UIDVALIDITY stays. */
    record Since(long validity, long uid) {

        static final Since BEGINNING = new Since(-1, 1);
    }

    @Override
    public List<Message> messages() throws MessagingException {
        // where nothing is new, a server tells the last one all the same
        Message[] told = folder.getMessagesByUID(from, UIDFolder.LASTUID);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        profile.add("Message-ID");
        folder.fetch(told, profile);
        List<Message> messages = new ArrayList<>();
        for (Message message : told) {
            if (folder.getUID(message) >= from) {
                messages.add(message);
                highest = Math.max(highest, folder.getUID(message));
            }
        }
        return messages;
    }

    @Override
    public String key(Message message) throws MessagingException {
        return "%s/%s/%d/%d".formatted(settings.account(), folder.getFullName(), folder.getUIDValidity(), folder.getUID(message));
    }

    /** @param open of the messages of this look those that are not settled */
    Since next(List<Message> looked, List<Message> open) throws MessagingException {
        long next = from;
        for (Message message : looked) {
            next = Math.max(next, folder.getUID(message) + 1);
        }
        for (Message message : open) {
            next = Math.min(next, folder.getUID(message));
        }
        return new Since(folder.getUIDValidity(), next);
    }

    @Override
    public void settle(List<Message> messages, boolean held) throws MessagingException {
        Message[] settled = messages.toArray(Message[]::new);
        if (settled.length == 0) {
            return;
        }
        if (!settings.move() || !moved(settled, held ? settings.held() : settings.processed())) {
            folder.setFlags(settled, new Flags(Flags.Flag.SEEN), true);
            if (folder.getPermanentFlags() != null && folder.getPermanentFlags().contains(Flags.Flag.USER)) {
                folder.setFlags(settled, TAKEN, true);
            }
        }
    }

    /** What has come since the messages were told is counted next time. */
    @Override
    public List<MailCounts.Count> counts() throws MessagingException {
        List<MailCounts.Count> counts = new ArrayList<>(counts(folder, highest));
        for (String name : List.of(settings.processed(), settings.held())) {
            Folder other = beside(name);
            if (settings.move() && other.exists()) {
                other.open(Folder.READ_ONLY);
                try (other) {
                    counts.addAll(counts((IMAPFolder) other, Long.MAX_VALUE));
                }
            }
        }
        return counts;
    }

    @Override
    public void close() throws MessagingException {
        if (folder.isOpen()) {
            folder.close(false);
        }
    }

    /** Whether the server let us; the message itself is never lost on the way: it is copied before it is struck off. */
    private boolean moved(Message[] messages, String name) throws MessagingException {
        try {
            Folder target = beside(name);
            if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
                return false;
            }
            if (store.hasCapability("MOVE")) {
                folder.moveMessages(messages, target);
            } else {
                folder.copyMessages(messages, target);
                folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
                if (store.hasCapability("UIDPLUS")) {
                    folder.expunge(messages);
                } else {
                    folder.expunge();
                }
            }
            return true;
        } catch (FolderClosedException | StoreClosedException gone) {
            throw gone;
        } catch (MessagingException refused) {
            LOG.warn("the mail server does not let mail be moved, which is flagged instead: {}", refused.getClass().getSimpleName());
            return false;
        }
    }

    private Folder beside(String name) throws MessagingException {
        Folder[] own = store.getPersonalNamespaces();
        return own.length == 0 || own[0].getFullName().isEmpty() ? store.getFolder(name) : own[0].getFolder(name);
    }

    private static List<MailCounts.Count> counts(IMAPFolder folder, long upTo) throws MessagingException {
        Message[] messages = folder.getMessages();
        FetchProfile profile = new FetchProfile();
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        profile.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages, profile);
        Map<LocalDate, Integer> days = new TreeMap<>(Comparator.naturalOrder());
        for (Message message : messages) {
            if (!message.isExpunged() && folder.getUID(message) <= upTo) {
                Date arrived = message.getReceivedDate();
                days.merge(LocalDate.ofInstant(arrived == null ? Instant.EPOCH : arrived.toInstant(), ZoneOffset.UTC), 1, Integer::sum);
            }
        }
        return days.entrySet().stream().map(day -> new MailCounts.Count(folder.getFullName(), day.getKey(), day.getValue())).toList();
    }
}
