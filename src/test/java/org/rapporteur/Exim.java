package org.rapporteur;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Exim with a configuration of its own on a high port of this machine: it takes mail for the addresses it was told and puts it into a
 * Maildir for each; any other recipient bounces. Root starts it, its deliveries run as the user Debian-exim.
 */
public final class Exim implements AutoCloseable {

    public static final String USER = "Debian-exim";

    private final Path folder;
    private final int port;
    private final Process process;

    /**
     * Starts it and waits until it listens.
     *
     * @param folder empty; others may enter it and the one above it from now on
     * @param boxes name of the Maildir below {@link #mail()} by address
     */
    public Exim(Path folder, Map<String, String> boxes) throws IOException, InterruptedException {
        this.folder = folder;
        for (String name : List.of("spool", "log", "mail")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("boxes"), boxes.entrySet().stream().map(box -> box.getKey() + ": " + box.getValue() + "\n")
                .collect(Collectors.joining()));
        Files.writeString(folder.resolve("exim.conf"), configuration());
        own();
        port = Waiting.freePort();
        process = new ProcessBuilder(program(), "-C", folder.resolve("exim.conf").toString(), "-bdf", "-oX", String.valueOf(port))
                .redirectErrorStream(true).redirectOutput(folder.resolve("out.txt").toFile()).start();
        Waiting.until(() -> Waiting.listens(port));
    }

    /** Where the Maildirs stand. */
    public Path mail() {
        return folder.resolve("mail");
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private String configuration() {
        return """
                primary_hostname = mail.test
                domainlist local_domains = *
                local_interfaces = 127.0.0.1
                spool_directory = FOLDER/spool
                log_file_path = FOLDER/log/%slog
                pid_file_path = FOLDER/exim.pid
                deliver_drop_privilege = true
                message_size_limit = 100M
                tls_advertise_hosts =
                keep_environment =
                acl_smtp_rcpt = all
                acl_smtp_data = all
                begin acl
                all:
                  accept
                begin routers
                known:
                  driver = accept
                  address_data = ${lookup{$local_part@$domain}lsearch{FOLDER/boxes}{$value}fail}
                  transport = maildir
                begin transports
                maildir:
                  driver = appendfile
                  directory = FOLDER/mail/$address_data
                  maildir_format
                  create_directory
                  envelope_to_add
                  return_path_add
                """.replace("FOLDER", folder.toString());
    }

    /** Its user has to get there; the configuration stays root's, or Exim would not trust it. */
    private void own() throws IOException {
        for (Path entered : List.of(folder.getParent(), folder)) {
            Files.setPosixFilePermissions(entered, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        var user = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
        for (Path path : Stream.concat(Stream.of(folder), Stream.of("spool", "log", "mail").map(folder::resolve)).toList()) {
            Files.setOwner(path, user);
        }
    }

    private static String program() {
        return NeedsProgram.Condition.find("exim4").orElse(Path.of("/usr/sbin/exim4")).toString();
    }
}
