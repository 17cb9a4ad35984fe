package dev.limbeck.scanner.entity;

import jakarta.persistence.Basic;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;

/** A column of every type, and every kind of constraint and index. */
@Entity
@Table(
    name = "everything",
    comment = "It''s all here",
    check = @CheckConstraint(name = "ck_money", constraint = "money > 0"),
    uniqueConstraints = {
      @UniqueConstraint(
          name = "uq_named",
          columnNames = {"aShort", "anInt"}),
      @UniqueConstraint(columnNames = {"aLong", "anInt"})
    },
    indexes = {
      @Index(name = "ix_named", columnList = "name desc, aDate"),
      @Index(columnList = "aDate"),
      @Index(name = "ix_unique", columnList = "aTime", unique = true),
      @Index(name = "ix_lower", columnList = "(lower(name))")
    })
@SuppressWarnings("deprecation") // Applications still use the older annotations.
@Check(name = "ck_table", constraints = "anInt < 100")
@Check(constraints = "aShort <> anInt")
public class Everything {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private int version;

  @Column(nullable = false, length = 50)
  private String name;

  @NaturalId private String naturalKey;

  @Column(unique = true)
  private String single;

  private String plain;

  @Column(length = 100_000)
  private String longer;

  @Column(length = 100_000_000)
  private String veryLong;

  @Lob private String clob;
  @Lob private byte[] blob;

  private byte[] bytes;

  @Column(length = 100_000_000)
  private byte[] manyBytes;

  private char letter;
  private boolean flag;

  @jakarta.persistence.Convert(converter = NumericBooleanConverter.class)
  private Boolean numeric;

  @jakarta.persistence.Convert(converter = org.hibernate.type.YesNoConverter.class)
  private Boolean yes;

  private byte tiny;
  private short aShort;
  private int anInt;

  @Column(nullable = false)
  private Long aLong;

  private float real;
  private Double floating;

  @Column(precision = 12, scale = 3)
  private BigDecimal money;

  private BigDecimal decimal;
  private BigInteger big;
  private LocalDate aDate;
  private LocalTime aTime;
  private LocalDateTime aDateTime;
  private Instant instant;
  private OffsetDateTime withOffset;
  private OffsetTime offsetTime;
  private ZonedDateTime zoned;

  @Column(secondPrecision = 3)
  private Instant millis;

  private Duration duration;
  private UUID uuid;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, String> json;

  @JdbcTypeCode(SqlTypes.LONGVARCHAR)
  private String longVarchar;

  @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
  private String text;

  private List<String> strings;
  private int[] numbers;

  @JdbcTypeCode(SqlTypes.NVARCHAR)
  private String national;

  private java.net.InetAddress inet;

  @Enumerated(EnumType.STRING)
  @Column(length = 10)
  private Colour colour;

  @Enumerated(EnumType.ORDINAL)
  private Colour ordinal;

  @ColumnDefault("'none'")
  private String defaulted;

  @ColumnDefault("current_timestamp")
  private Instant created;

  @ColumnDefault("0")
  @Column(nullable = false)
  private int zero;

  @GeneratedColumn("anInt * 2")
  private Integer doubled;

  @Comment("a ''quoted'' comment")
  private String commented;

  @Check(constraints = "checked > 5")
  private int checked;

  @Column(check = @CheckConstraint(name = "ck_column", constraint = "jpaChecked > 5"))
  private int jpaChecked;

  @Column(columnDefinition = "varchar(77) default 'x' not null")
  private String definition;

  @Column(columnDefinition = "text check (length(definedText) > 2)")
  private String definedText;

  @Column(columnDefinition = "jsonb")
  private String definedJson;

  @Column(columnDefinition = "numeric(7,2) unique")
  private BigDecimal definedUnique;

  @Basic(optional = false)
  private String required;

  @Column(name = "`Quoted Name`")
  private String quoted;

  private String createdBy;

  /** Some colours. */
  public enum Colour {
    RED,
    GREEN,
    BLUE
  }
}
