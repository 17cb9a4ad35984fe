package dev.limbeck.sample;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * The value of every attribute of an entity, so that two moments of it can be compared whole.
 *
 * <p>An entity in an attribute counts as its key; numbers and times count by value, whatever scale
 * or offset they come back with.
 */
final class EntityState {

  private EntityState() {}

  /** Reads an entity that the session manages, lazy attributes too. */
  static SortedMap<String, @Nullable Object> of(Object entity, Session session) {
    SessionFactoryImplementor factory =
        session.getSessionFactory().unwrap(SessionFactoryImplementor.class);
    EntityPersister persister =
        factory.getMappingMetamodel().getEntityDescriptor(Hibernate.getClass(entity));
    SortedMap<String, @Nullable Object> state = new TreeMap<>();
    state.put("id", factory.getPersistenceUnitUtil().getIdentifier(entity));
    @Nullable Object[] values = persister.getValues(Hibernate.unproxy(entity));
    persister.forEachAttributeMapping(
        (index, attribute) ->
            state.put(attribute.getAttributeName(), plain(values[index], factory)));
    return state;
  }

  private static @Nullable Object plain(@Nullable Object value, SessionFactoryImplementor factory) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Set<?> set) {
      Set<@Nullable Object> plain = new HashSet<>();
      set.forEach(element -> plain.add(plain(element, factory)));
      return plain;
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(element -> plain(element, factory)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      return new TreeMap<>(map);
    }
    if (value != null && isEntity(value, factory)) {
      return List.of(
          Hibernate.getClass(value).getSimpleName(),
          factory.getPersistenceUnitUtil().getIdentifier(value));
    }
    return value;
  }

  private static boolean isEntity(Object value, SessionFactoryImplementor factory) {
    return factory.getMappingMetamodel().findEntityDescriptor(Hibernate.getClass(value)) != null;
  }
}
