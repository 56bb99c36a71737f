package org.rapporteur;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Dovecot with a configuration of its own on high ports of this machine, IMAP and POP3: whoever logs in with the password gets the
 * Maildir of that name. It has nothing in common with the mailbox that Rapporteur brings. Needs root.
 */
public final class Dovecot implements AutoCloseable {

    public static final String PASSWORD = "trial";

    private final Path folder;
    private final int imap;
    private final int pop3;
    private final Process process;

    /** Starts it with passwords. */
    public Dovecot(Path folder, Path mail, String user) throws IOException, InterruptedException {
        this(folder, mail, user, "driver = static\n  args = password=" + PASSWORD);
    }

    /** Starts it with access tokens, about which it asks there: the answer names whose one is. */
    public static Dovecot withTokens(Path folder, Path mail, String user, String tokenInfoUrl) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path conf = Files.writeString(folder.resolve("oauth2.conf"), """
                tokeninfo_url = %s?access_token=
                username_attribute = user
                """.formatted(tokenInfoUrl));
        return new Dovecot(folder, mail, user, "driver = oauth2\n  mechanisms = xoauth2\n  args = " + conf);
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param mail the folder of the Maildirs; user and group own what is in it
     */
    private Dovecot(Path folder, Path mail, String user, String passwords) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        for (Path entered : new Path[] {folder.getParent(), folder, Files.createDirectories(mail)}) {
            Files.setPosixFilePermissions(entered, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setOwner(mail, mail.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
        imap = Waiting.freePort();
        pop3 = Waiting.freePort();
        Files.writeString(folder.resolve("dovecot.conf"), configuration().replace("PASSDB", passwords).replace("FOLDER", folder.toString())
                .replace("MAIL", mail.toString()).replace("USER", user).replace("IMAP", String.valueOf(imap)).replace("POP3", String.valueOf(pop3)));
        process = new ProcessBuilder(NeedsProgram.Condition.find("dovecot").orElse(Path.of("/usr/sbin/dovecot")).toString(), "-F", "-c",
                folder.resolve("dovecot.conf").toString()).redirectErrorStream(true).redirectOutput(folder.resolve("out.txt").toFile()).start();
        Waiting.until(() -> Waiting.listens(imap) && Waiting.listens(pop3));
    }

    /** It gives its processes other users, which only root may. */
    public static boolean mayRun() {
        return "root".equals(System.getProperty("user.name"));
    }

    public int imap() {
        return imap;
    }

    public int pop3() {
        return pop3;
    }

    /** What it wrote about itself: for the message of a test that goes wrong. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("dovecot.log"));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static String configuration() {
        return """
                base_dir = FOLDER/run
                state_dir = FOLDER/run
                log_path = FOLDER/dovecot.log
                protocols = imap pop3
                listen = 127.0.0.1
                ssl = no
                disable_plaintext_auth = no
                auth_mechanisms = plain login xoauth2
                default_internal_user = USER
                default_internal_group = USER
                default_login_user = USER
                first_valid_uid = 1
                mail_location = maildir:MAIL/%n
                passdb {
                  PASSDB
                }
                userdb {
                  driver = static
                  args = uid=USER gid=USER home=MAIL/%n
                }
                service anvil {
                  chroot =
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = IMAP
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service pop3-login {
                  chroot =
                  inet_listener pop3 {
                    port = POP3
                  }
                  inet_listener pop3s {
                    port = 0
                  }
                }
                """;
    }
}
