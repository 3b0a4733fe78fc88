package org.pergola.kernel.plugins.archive;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;

/**
 * Another plugin without which this one does not run.
 *
 * @param plugin its id
 * @param filter as the manifest says it, version and all
 */
public record Need(String plugin, String filter) {

    private static final Pattern PLUGIN = Pattern.compile("\\(plugin=([a-z0-9]+)\\)");
    private static final Pattern LOW = Pattern.compile("\\(version>=([0-9][0-9.]*)\\)");
    private static final Pattern HIGH = Pattern.compile("\\(!\\(version>=([0-9][0-9.]*)\\)\\)");

    /** Empty where the filter names no plugin. */
    static Optional<Need> of(String filter) {
        Matcher matcher = PLUGIN.matcher(filter);
        return matcher.find() ? Optional.of(new Need(matcher.group(1), filter)) : Optional.empty();
    }

    public boolean metBy(Version version) {
        try {
            Filter compiled = FrameworkUtil.createFilter(filter);
            return compiled.matches(Map.of("plugin", plugin, "version", version));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("Checked when the file was read: " + filter, e);
        }
    }

    /** The versions that will do, for people: {@code 2.x}, or {@code 2.3 or a later 2.x}. */
    public String versions() {
        Optional<Version> low = lowest();
        if (low.isEmpty()) {
            return "";
        }
        Version from = low.get();
        Matcher high = HIGH.matcher(filter);
        boolean untilNextMajor = high.find()
                && Version.parseVersion(high.group(1)).equals(new Version(from.getMajor() + 1, 0, 0));
        if (!untilNextMajor) {
            return from.getMajor() + "." + from.getMinor() + " or later";
        }
        return from.getMinor() == 0 && from.getMicro() == 0 ? from.getMajor() + ".x"
                : from.getMajor() + "." + from.getMinor() + " or a later " + from.getMajor() + ".x";
    }

    private Optional<Version> lowest() {
        String withoutHigh = HIGH.matcher(filter).replaceAll("");
        Matcher low = LOW.matcher(withoutHigh);
        return low.find() ? Optional.of(Version.parseVersion(low.group(1))) : Optional.empty();
    }

    /** {@code learning 2.x}. */
    public String words() {
        return (plugin + " " + versions()).strip();
    }
}
