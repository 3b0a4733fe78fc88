package org.pergola.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where a {@link SlotPart} shows itself. @since 0.1 */
@ProviderType
public interface SlotContext {
    /** The page around it: its words, dialogs and work. What it opens is closed with the part. */
    Page page();

    /** What the page gives its slot to know, a record of its owner's {@code -api}; empty where it is of another type. */
    <T> Optional<T> context(Class<T> type);

    void add(Component... components);
}
