package org.pergola.kernel.plugins;

import java.nio.file.Path;

/** Plugins of the tests: {@code base}, a KAR with an API that greets, and {@code leaf}, which uses it. */
final class Samples {

    private final Path folder;

    Samples(Path folder) {
        this.folder = folder;
    }

    static String capability(String id, String version) {
        return "org.pergola.plugin;plugin=" + id + ";version:Version=\"" + version + "\"";
    }

    static String need(String id, String low, String high) {
        return "org.pergola.plugin;effective:=active;filter:=\"(&(plugin=" + id + ")(version>=" + low + ")(!(version>="
                + high + ")))\"";
    }

    JarMaker plugin(String id, String version) {
        return JarMaker.bundle(folder, "org.pergola." + id, version)
                .header("Provide-Capability", capability(id, version));
    }

    /** @param more a method that this version of the API has beside the others */
    Path api(String packageVersion, String more) {
        return JarMaker.bundle(folder, "org.pergola.base.api", "1.0.0")
                .header("Export-Package", "org.pergola.base.api;version=\"" + packageVersion + "\"")
                .source("org.pergola.base.api.Greeting",
                        "package org.pergola.base.api; public interface Greeting { String hello(); " + more + " }")
                .make();
    }

    JarMaker impl(String version, Path api, String apiRange, String body) {
        return plugin("base", version).against(api).header("Import-Package",
                "org.pergola.base.api;version=\"" + apiRange + "\",org.apache.felix.hc.api")
                .source("org.pergola.base.Hello",
                        "package org.pergola.base; public class Hello implements org.pergola.base.api.Greeting {"
                                + " public String hello() { return \"" + version + "\"; }" + body + "}")
                .component("org.pergola.base.Hello", "immediate=\"true\" activate=\"activate\"",
                        "<service><provide interface=\"org.pergola.base.api.Greeting\"/></service>");
    }

    Path base(String version) {
        return base(version, "public void activate() { }");
    }

    Path base(String version, String body) {
        Path api = api("1.0.0", "");
        return JarMaker.kar(folder, api, impl(version, api, "[1.0,1.1)", body).make());
    }

    /** With one more method in the API, and so another version of its package. */
    Path baseWithOtherApi(String version) {
        Path api = api("1.1.0", "default String bye() { return \"bye\"; }");
        return JarMaker.kar(folder, api,
                impl(version, api, "[1.1,1.2)", "public void activate() { }").make());
    }

    /** Says who greets it, as a Supplier with the property {@code sample=leaf}. */
    Path leaf(String version) {
        return plugin("leaf", version).against(api("1.0.0", ""))
                .header("Require-Capability", need("base", "1.0", "2"))
                .header("Pergola-Paths", "leaves")
                .header("Import-Package", "org.pergola.base.api;version=\"[1.0,2)\"")
                .source("org.pergola.leaf.Leaf", "package org.pergola.leaf; public class Leaf implements "
                        + "java.util.function.Supplier<String> { private volatile org.pergola.base.api.Greeting greeting;"
                        + " public String get() { return greeting.hello(); } }")
                .component("org.pergola.leaf.Leaf", "",
                        "<property name=\"sample\" value=\"leaf\"/><service><provide "
                                + "interface=\"java.util.function.Supplier\"/></service><reference name=\"greeting\" "
                                + "interface=\"org.pergola.base.api.Greeting\" field=\"greeting\"/>")
                .make();
    }

    /** Has nothing to do with the others. */
    Path alone(String version) {
        return plugin("alone", version)
                .source("org.pergola.alone.Alone", "package org.pergola.alone; public class Alone implements Runnable {"
                        + " public void run() { } }")
                .component("org.pergola.alone.Alone", "immediate=\"true\"",
                        "<service><provide interface=\"java.lang.Runnable\"/></service>")
                .make();
    }
}
