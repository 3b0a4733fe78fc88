package org.pergola.persistence;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/** A bundle's classes first, then EclipseLink's and ours: EclipseLink loads everything through one loader. */
final class UnitClassLoader extends ClassLoader {

    private final ClassLoader platform = UnitClassLoader.class.getClassLoader();
    private final ClassLoader eclipseLink = org.eclipse.persistence.jpa.PersistenceProvider.class.getClassLoader();

    UnitClassLoader(ClassLoader bundle) {
        super(bundle);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            return eclipseLink.loadClass(name);
        } catch (ClassNotFoundException e) {
            return platform.loadClass(name);
        }
    }

    @Override
    protected URL findResource(String name) {
        return eclipseLink.getResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return eclipseLink.getResources(name);
    }
}
