package org.rapporteur.pipeline;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItem;
import org.rapporteur.submission.WorkItems;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * This process as a holder of leases: {@code host/process id/start}. It prolongs those of the work it has in hand; at its start it takes back
 * those of processes of this host that are gone, so that work interrupted by a crash goes on at once.
 */
@Component
public class Owner {

    static final Duration LEASE = Duration.ofMinutes(2);

    private final WorkItems work;
    private final String name;
    private final Set<WorkItem> inHand = ConcurrentHashMap.newKeySet();

    Owner(WorkItems work) {
        this.work = work;
        this.name = host() + "/" + ProcessHandle.current().pid() + "/" + start(ProcessHandle.current());
        work.owners().stream().filter(Owner::isGone).forEach(work::takeBack);
    }

    /** Claims the oldest items that wait at a stage; each stays in hand until it is {@linkplain #letGo let go}. */
    List<WorkItem> claim(Stage stage, int most) {
        List<WorkItem> items = work.claim(stage, name, LEASE, most);
        inHand.addAll(items);
        return items;
    }

    /** Nobody works on the item any more: if its claim was not ended either, its lease runs out and somebody claims it again. */
    void letGo(WorkItem item) {
        inHand.remove(item);
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void prolong() {
        inHand.forEach(item -> work.prolong(item, LEASE));
    }

    private static boolean isGone(String owner) {
        String[] parts = owner.split("/");
        if (parts.length != 3 || !parts[0].equals(host())) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
        return process.isEmpty() || !start(process.get()).equals(parts[2]);
    }

    private static String start(ProcessHandle process) {
        return process.info().startInstant().map(instant -> String.valueOf(instant.toEpochMilli()))
                .orElseGet(() -> String.valueOf(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replace('/', '-');
        } catch (UnknownHostException noName) {
            return "localhost";
        }
    }
}
