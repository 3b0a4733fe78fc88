package org.pergola.kernel.work;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.pergola.kernel.folder.DataFolder;

/** The name of this node among those on one database: the same after a restart. */
public final class Node {

    private Node() {
    }

    public static String name() {
        String given = System.getProperty("pergola.node", "");
        String name = given.isEmpty() ? host() + ":" + DataFolder.ofProcess().file("") : given;
        return name.length() <= 200 ? name : name.substring(name.length() - 200);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
