package org.pergola.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;

/** Where the server is going to listen, and how it is reached from this machine. */
record Address(List<InetAddress> addresses, int port) {

    static Address of(Options options) {
        try {
            if (options.listen().isPresent()) {
                return new Address(List.of(InetAddress.getByName(options.listen().get())), options.port());
            }
            return new Address(List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1")),
                    options.port());
        } catch (UnknownHostException e) {
            throw new CannotStart("--listen takes an address of this machine; there is no "
                    + options.listen().orElse("loopback") + ".", e);
        }
    }

    /**
     * Tries the port before anything is started.
     *
     * @throws CannotStart when another program has it
     */
    void requireFree() {
        for (InetAddress address : addresses) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(address, port));
            } catch (BindException e) {
                explain(address, e);
            } catch (IOException e) {
                throw new CannotStart("Port " + port + " cannot be opened: " + e.getMessage() + ".", e);
            }
        }
    }

    private void explain(InetAddress address, BindException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.contains("in use")) {
            throw new CannotStart("Port " + port + " is in use by another program; take another one with --port.", e);
        }
        if (reason.contains("ermission denied")) {
            throw new CannotStart("Port " + port + " needs rights that this user does not have; take one above 1023.", e);
        }
        boolean noSixHere = addresses.size() > 1 && address.equals(addresses.getLast());
        if (!noSixHere) {
            throw new CannotStart("This machine has no address " + address.getHostAddress() + " to listen on.", e);
        }
    }

    /** The host to talk to from this machine. */
    String local() {
        InetAddress first = addresses.getFirst();
        return bracketed(first.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : first);
    }

    /** What a person types into the browser. */
    String url() {
        InetAddress first = addresses.getFirst();
        boolean here = first.isAnyLocalAddress() || first.isLoopbackAddress();
        return "http://" + (here ? "localhost" : bracketed(first)) + ":" + port;
    }

    private static String bracketed(InetAddress address) {
        String text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
