package org.pergola.kernel.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.api.time.Clock;
import org.pergola.kernel.declared.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code l10n/<language>.properties} of each bundle as it comes, and forgets them as it goes. */
@Component
public final class BundleTexts implements Texts, BundleTrackerCustomizer<String> {

    private static final Logger LOG = LoggerFactory.getLogger(BundleTexts.class);
    private static final String SUFFIX = ".properties";
    private static final int STATES = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final WordBook book = new WordBook();
    private final Map<Locale, Wording> wordings = new ConcurrentHashMap<>();
    private final Clock clock;
    private final BundleTracker<String> tracker;

    @Activate
    public BundleTexts(BundleContext context, @Reference Clock clock) {
        this.clock = clock;
        this.tracker = new BundleTracker<>(context, STATES, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public String words(Text text) {
        return words(text, Locale.ENGLISH);
    }

    @Override
    public String words(Text text, Locale locale) {
        if (text.isPlain()) {
            return String.valueOf(text.args().get(0));
        }
        Optional<String> pattern = book.pattern(text.owner(), text.key(), locale);
        if (pattern.isEmpty()) {
            return readable(text.key());
        }
        try {
            return wordings.computeIfAbsent(locale, Wording::new).fill(pattern.get(), text.args(), clock.zone(),
                    inner -> words(inner, locale));
        } catch (IllegalArgumentException e) {
            LOG.error("The words of {} do not fit their arguments: {}", text.key(), pattern.get(), e);
            return readable(text.key());
        }
    }

    /** {@code learning.due-soon} as "Due soon". */
    static String readable(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1).replace('-', ' ').replace('_', ' ');
        return last.isEmpty() ? key : Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }

    @Override
    public String addingBundle(Bundle bundle, BundleEvent event) {
        Enumeration<URL> files = bundle.findEntries("l10n", "*" + SUFFIX, false);
        Optional<String> owner = files == null ? Optional.empty() : Owner.of(bundle);
        if (owner.isEmpty()) {
            return null;
        }
        Map<String, Map<String, String>> languages = new HashMap<>();
        for (URL file : Collections.list(files)) {
            String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
            languages.put(name.substring(0, name.length() - SUFFIX.length()), read(owner.get(), file));
        }
        book.put(owner.get(), languages);
        return owner.get();
    }

    private static Map<String, String> read(String owner, URL file) {
        Properties lines = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The words of {} in {} cannot be read", owner, file, e);
        }
        Map<String, String> words = new HashMap<>();
        for (String key : lines.stringPropertyNames()) {
            if (key.startsWith(owner + ".")) {
                words.put(key, lines.getProperty(key));
            } else {
                LOG.warn("{} in {} is left out: the words of {} begin with \"{}.\"", key, file, owner, owner);
            }
        }
        return words;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, String owner) {
        // Started or stopped: its words stay, they are needed to say that it is off.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, String owner) {
        book.remove(owner);
    }
}
