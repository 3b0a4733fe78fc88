package org.pergola.persistence;

import java.util.UUID;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.TypeConversionConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;

/** EclipseLink keeps a UUID as bytes where the database has no such type; ours is text. Made by its name. */
public final class UuidsAsText implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            descriptor.getMappings().forEach(UuidsAsText::mend);
        }
    }

    private static void mend(DatabaseMapping mapping) {
        if (mapping instanceof AbstractDirectMapping direct && mend(direct.getConverter())) {
            direct.getField().setType(String.class);
        } else if (mapping instanceof DirectCollectionMapping many && mend(many.getValueConverter())) {
            many.getDirectField().setType(String.class);
        }
    }

    private static boolean mend(Converter converter) {
        if (converter instanceof TypeConversionConverter types && isUuid(types)) {
            types.setDataClass(String.class);
            return true;
        }
        return false;
    }

    private static boolean isUuid(TypeConversionConverter types) {
        return types.getObjectClass() == UUID.class || UUID.class.getName().equals(types.getObjectClassName());
    }
}
