package dev.limbeck.sample.range;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Audited;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.RowId;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.Temporal;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/** Columns of every kind. */
public final class Kept {
  private Kept() {}

  /** Deleted by a flag. */
  @Entity(name = "Flagged")
  @SoftDelete
  public static class Flagged {
    @Id private Long id;

    @ElementCollection
    @SoftDelete(columnName = "gone", strategy = SoftDeleteType.DELETED)
    private Set<String> words;

    @ManyToMany
    @SoftDelete(strategy = SoftDeleteType.ACTIVE, converter = YesNoConverter.class)
    private Set<Activated> others;
  }

  /** Deleted by a flag that says the opposite, in words. */
  @Entity(name = "Activated")
  @SoftDelete(
      strategy = SoftDeleteType.ACTIVE,
      converter = TrueFalseConverter.class,
      comment = "T while it is there")
  public static class Activated {
    @Id private Long id;
  }

  /** Deleted at a time. */
  @Entity(name = "Stamped")
  @SoftDelete(strategy = SoftDeleteType.TIMESTAMP, columnName = "deleted_at")
  public static class Stamped {
    @Id private Long id;
  }

  /** Times of every kind of zone. */
  @Entity(name = "Timed")
  public static class Timed {
    @Id private Long id;

    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    private OffsetDateTime natively;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    private OffsetDateTime normalised;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
    private ZonedDateTime inUtc;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "beside_zone", columnDefinition = "smallint")
    private OffsetDateTime beside;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    private ZonedDateTime besideToo;

    @TimeZoneStorage(TimeZoneStorageType.AUTO)
    private OffsetTime automatic;

    @CreationTimestamp private Instant created;
    @UpdateTimestamp private LocalDateTime updated;
    @CurrentTimestamp private Instant current;
    @Version private Instant version;
  }

  /** Keeps a currency in upper case. */
  public static class Uppercase implements AttributeConverter<String, String> {
    @Override
    public String convertToDatabaseColumn(String word) {
      return word.toUpperCase(Locale.ROOT);
    }

    @Override
    public String convertToEntityAttribute(String word) {
      return word;
    }
  }

  /** Named by numbers. */
  public enum Level {
    LOW(10),
    HIGH(20);

    @EnumeratedValue final int number;

    Level(int number) {
      this.number = number;
    }
  }

  /** Named by letters. */
  public enum Grade {
    GOOD("G"),
    BAD("B");

    @EnumeratedValue final String letter;

    Grade(String letter) {
      this.letter = letter;
    }
  }

  /** A point. */
  @Embeddable
  public record Point(int x, int y) {}

  /** A shape, of which there are several. */
  @Embeddable
  @DiscriminatorColumn(name = "shape_kind")
  @DiscriminatorValue("shape")
  public static class Shape {
    private String colour;
  }

  /** A shape of its own. */
  @Embeddable
  @DiscriminatorValue("circle")
  public static class Circle extends Shape {
    private Double radius;
  }

  /** Of one tenant. */
  @Entity(name = "Valued")
  @Table(name = "valued")
  @RowId
  @Immutable
  public static class Valued {
    @Id @GeneratedValue private UUID id;

    @TenantId
    @Column(length = 12)
    private String tenant;

    private int region;

    @Convert(converter = Uppercase.class)
    @Column(length = 3, columnDefinition = "char(3)")
    private String converted;

    @ColumnTransformer(read = "secret || ''", write = "lower(?)")
    private String secret;

    @Generated(sql = "current_timestamp")
    private Instant written;

    @GeneratedColumn("region * 10")
    private Integer tenfold;

    private Level level;

    @Enumerated(EnumType.STRING)
    private Grade grade;

    private Currency currency;
    private Locale locale;

    @Nationalized private String national;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    private int small;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    private UUID asText;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> list;

    @Embedded
    @AttributeOverride(name = "x", column = @Column(name = "from_x", nullable = false))
    @AttributeOverride(name = "y", column = @Column(name = "from_y"))
    private Point from;

    @Embedded
    @EmbeddedColumnNaming("to_%s")
    private Point to;

    @Embedded private Shape shape;

    @ManyToOne private Valued previous;
  }

  /** Has a log of its changes. */
  @Entity(name = "Logged")
  @Audited
  public static class Logged {
    @Id private Long id;

    @Column(nullable = false, unique = true)
    private String text;

    @Audited.Excluded private String secret;

    @ElementCollection @Audited private Set<String> words;
  }

  /** Has a row for each time. */
  @Entity(name = "Lasting")
  @Temporal(rowStart = "valid_from", rowEnd = "valid_to")
  public static class Lasting {
    @Id private Long id;
    private String text;
  }
}
