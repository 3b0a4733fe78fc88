package org.pergola.kernel.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.pergola.api.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of the machine, in UTC and microseconds. Where another {@link Clock} is there (a test's), it asks that
 * one, so that whoever bound this one early lives in the same time as everybody else.
 */
@Component(configurationPid = KernelSettings.PID, property = SystemClock.SOURCE + "=system")
@Designate(ocd = KernelSettings.class)
public final class SystemClock implements Clock {

    static final String SOURCE = "pergola.clock";
    static final String ZONE = "pergola.zone";

    private static final Logger LOG = LoggerFactory.getLogger(SystemClock.class);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY, target = "(!(" + SOURCE + "=system))")
    private volatile Clock other;

    private volatile ZoneId zone = ZoneOffset.UTC;

    @Activate
    @Modified
    void configured(KernelSettings settings) {
        String wished = settings.zone() == null || settings.zone().isBlank() ? System.getProperty(ZONE, "")
                : settings.zone();
        zone = zone(wished.trim());
    }

    private static ZoneId zone(String wished) {
        if (wished.isEmpty()) {
            return ZoneId.of("UTC");
        }
        try {
            return ZoneId.of(wished);
        } catch (DateTimeException e) {
            LOG.error("\"{}\" is no time zone; days and deadlines are taken in UTC", wished, e);
            return ZoneId.of("UTC");
        }
    }

    @Override
    public Instant now() {
        Clock source = other;
        return source == null ? java.time.Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS) : source.now();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }
}
