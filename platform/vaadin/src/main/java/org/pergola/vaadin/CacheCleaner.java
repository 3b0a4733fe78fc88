package org.pergola.vaadin;

import com.vaadin.flow.data.binder.BeanPropertySet;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.ReflectionCache;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties the caches that are known to hold classes of plugins. */
@Component
public final class CacheCleaner implements ClassLoaderHygiene {

    private static final Logger LOG = LoggerFactory.getLogger(CacheCleaner.class);

    private final Map<?, ?> propertySets = propertySets();

    @Override
    public void forgetAll() {
        ReflectionCache.clearAll();
        propertySets.clear();
        JacksonUtils.getMapper().clearCaches();
        Introspector.flushCaches();
    }

    /** Vaadin has no way to empty this one; a test notices when a new version moves it. */
    private static Map<?, ?> propertySets() {
        try {
            Field instances = BeanPropertySet.class.getDeclaredField("INSTANCES");
            instances.setAccessible(true);
            return (Map<?, ?>) instances.get(null);
        } catch (ReflectiveOperationException moved) {
            LOG.error("Plugins with data binding will leave their classes behind when updated", moved);
            return Map.of();
        }
    }
}
