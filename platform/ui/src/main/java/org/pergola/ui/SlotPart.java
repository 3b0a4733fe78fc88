package org.pergola.ui;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something in a named slot of another's page: a tile, a tab, a panel, an action. A whiteboard service marked with
 * {@link SlotInfo}, scope PROTOTYPE: one instance for each open page. A part that adds nothing leaves no hole. When its
 * plugin goes away only this part disappears, and it comes back by itself.
 *
 * @since 0.1
 */
@ConsumerType
public interface SlotPart {
    void show(SlotContext slot);
}
