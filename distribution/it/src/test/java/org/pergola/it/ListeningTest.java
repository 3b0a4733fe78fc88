package org.pergola.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pergola.testing.Distribution;

/** As {@code ss -ltnp} would show it: read from the process's own tables. */
class ListeningTest {

    private final Distribution pergola = Running.shared();

    @Test
    void only_the_http_port_of_the_loopback_addresses_listens() throws IOException {
        Set<String> listening = new TreeSet<>();
        Stream<ProcessHandle> all = Stream.concat(Stream.of(pergola.process()), pergola.process().descendants());
        for (ProcessHandle process : all.toList()) {
            listening.addAll(listening(Path.of("/proc", String.valueOf(process.pid()))));
        }
        String port = String.format("%04X", pergola.port());
        assertEquals(Set.of("0100007F:" + port, "00000000000000000000000001000000:" + port), listening);
    }

    private static Set<String> listening(Path process) throws IOException {
        Set<String> sockets;
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            sockets = descriptors.map(ListeningTest::target).filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring(8, target.length() - 1)).collect(Collectors.toSet());
        }
        Set<String> found = new TreeSet<>();
        for (String table : new String[] {"net/tcp", "net/tcp6"}) {
            for (String line : Files.readAllLines(process.resolve(table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > 9 && columns[3].equals("0A") && sockets.contains(columns[9])) {
                    found.add(columns[1].replace("0000000000000000FFFF00000100007F", "0100007F"));
                }
            }
        }
        return found;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
