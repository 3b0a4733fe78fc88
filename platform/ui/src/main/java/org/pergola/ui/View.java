package org.pergola.ui;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A page, and its item in the menu. A whiteboard service marked with {@link ViewInfo}, scope PROTOTYPE: one instance
 * for each open page, so its fields are what this one person sees. A singleton is refused.
 *
 * <p>While the plugin is away the page is a calm card; when it is back a new instance is shown at the same address.
 * Keep nothing outside the page: dialogs, notifications, timers and listeners are opened through {@link Page}.
 *
 * @since 0.1
 */
@ConsumerType
public interface View {
    /** Fills the page. Under the session's lock; slow work goes to {@link Page#load}. */
    void show(Page page);
}
