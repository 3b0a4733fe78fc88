package org.pergola.vaadin;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.vaadin.flow.data.binder.BeanPropertySet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.internal.ComponentMetaData;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class CacheCleanerTest {

    /** What a plugin's form binds. */
    public static final class Bean {
        private String name = "";

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    @Tag("a-part")
    public static final class Part extends Component {
    }

    @Test
    void a_bean_and_a_component_of_a_plugin_are_let_go() throws Exception {
        CacheCleaner cleaner = new CacheCleaner();
        WeakReference<ClassLoader> plugin = useOnce();
        assertNotNull(plugin);
        for (int i = 0; i < 20 && plugin.get() != null; i++) {
            cleaner.forgetAll();
            System.gc();
            Thread.sleep(20);
        }
        assertNull(plugin.get(), "Something still holds the plugin's classes");
    }

    private static WeakReference<ClassLoader> useOnce() throws Exception {
        URL classes = CacheCleanerTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new Plugin(classes)) {
            BeanPropertySet.get(loader.loadClass(Bean.class.getName()));
            Class<?> part = loader.loadClass(Part.class.getName());
            Constructor<?> constructor = part.getConstructor();
            new ComponentMetaData(part.asSubclass(Component.class)).getSynchronizedProperties();
            ((Component) constructor.newInstance()).getElement();
            return new WeakReference<>(loader);
        }
    }

    /** Loads this test's classes anew, everything else from the usual place. */
    private static final class Plugin extends URLClassLoader {
        Plugin(URL classes) {
            super(new URL[] {classes}, CacheCleanerTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(CacheCleanerTest.class.getName())) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
            return super.loadClass(name, resolve);
        }
    }
}
