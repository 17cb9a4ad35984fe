package dev.limbeck.sample.range;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.TableGenerator;
import java.io.Serializable;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;

/** Identifiers of every kind. */
public final class Identified {
  private Identified() {}

  /** Marks identifiers that the application makes. */
  @IdGeneratorType(Stamps.class)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.FIELD)
  public @interface Stamp {}

  /** Makes identifiers. */
  public static class Stamps implements BeforeExecutionGenerator {
    private static final long serialVersionUID = 1L;

    @Override
    public Object generate(
        SharedSessionContractImplementor session,
        Object owner,
        @Nullable Object current,
        EventType event) {
      return UUID.randomUUID().toString();
    }

    @Override
    public EnumSet<EventType> getEventTypes() {
      return EnumSet.of(EventType.INSERT);
    }
  }

  /** Found by two natural parts, and by a generator of the application. */
  @Entity(name = "Citizen")
  public static class Citizen {
    @Id
    @Stamp
    @Column(length = 36)
    private String id;

    @NaturalId private String country;

    @NaturalId(mutable = true)
    private String number;

    @OneToOne(mappedBy = "citizen")
    private Passport passport;
  }

  /** Has the identifier of its citizen. */
  @Entity(name = "Passport")
  public static class Passport {
    @Id private String id;

    @MapsId
    @OneToOne
    @JoinColumn(name = "citizen_id")
    private Citizen citizen;

    @OneToMany(mappedBy = "passport")
    private Set<Visa> visas;
  }

  /** An identifier with another entity in it. */
  @Embeddable
  public record VisaId(String passportId, int number) implements Serializable {}

  /** A part of the identifier is another entity's. */
  @Entity(name = "Visa")
  public static class Visa {
    @EmbeddedId private VisaId id;

    @MapsId("passportId")
    @ManyToOne
    private Passport passport;
  }

  /** The identifier of an entry: the one of a visa, and a number. */
  public record EntryId(VisaId visa, int count) implements Serializable {}

  /** An entity is a part of the identifier, itself with one of two parts. */
  @Entity(name = "Entry")
  @IdClass(EntryId.class)
  public static class Entry {
    @Id
    @ManyToOne
    @JoinColumn(name = "visa_passport", referencedColumnName = "passport_citizen_id")
    @JoinColumn(name = "visa_number", referencedColumnName = "number")
    private Visa visa;

    @Id private int count;
  }

  /** Counted in a table with a row of its own. */
  @Entity(name = "Ticket")
  public static class Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "tickets")
    @TableGenerator(
        name = "tickets",
        table = "ticket_numbers",
        pkColumnName = "what",
        valueColumnName = "last_number",
        pkColumnValue = "ticket",
        allocationSize = 5)
    private Integer id;
  }

  /** Numbered by Hibernate with UUIDs. */
  @Entity(name = "Token")
  public static class Token {
    @Id @UuidGenerator private UUID id;
  }
}
