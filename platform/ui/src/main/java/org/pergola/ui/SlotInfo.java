package org.pergola.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Which slot a {@link SlotPart} fills. @since 0.1 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SlotInfo {
    String PREFIX_ = "pergola.slot.";

    /** Its name, such as {@link Slots#HOME_MAIN}. */
    String slot();

    /** The version of the slot's contract that the part is written for. */
    int version() default 1;

    /** Smaller comes first. */
    int order() default 1000;

    /** As {@link ViewInfo#permission}. */
    String permission();

    /** For slots that take one part out of several: which kind of activity it is for. */
    String activityType() default "";
}
