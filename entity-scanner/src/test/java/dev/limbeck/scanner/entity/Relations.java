package dev.limbeck.scanner.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Associations, collections, embeddables, identifiers of every kind. */
public final class Relations {
  private Relations() {}

  /** What many entities have. */
  @MappedSuperclass
  public abstract static class Base {
    @Id @GeneratedValue private Long id;

    @Column(nullable = false)
    private java.time.Instant createdAt;
  }

  /** Money, kept in two columns. */
  @Embeddable
  public record Money(java.math.BigDecimal amount, @Column(length = 3) String currency) {}

  /** A currency code. */
  public record Code(String value) {}

  /** Keeps a code as text. */
  @Converter(autoApply = true)
  public static class CodeConverter implements AttributeConverter<Code, String> {
    @Override
    public String convertToDatabaseColumn(Code code) {
      return code.value();
    }

    @Override
    public Code convertToEntityAttribute(String text) {
      return new Code(text);
    }
  }

  /** Has collections. */
  @Entity(name = "Owner")
  @Table(name = "owner")
  public static class Owner extends Base {
    @Embedded private Money price;

    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "tax_amount", nullable = false))
    @AttributeOverride(name = "currency", column = @Column(name = "tax_currency"))
    private Money tax;

    @Convert(converter = CodeConverter.class)
    private Code code;

    @ElementCollection private Set<String> tags;

    @ElementCollection
    @CollectionTable(
        name = "owner_notes",
        joinColumns =
            @JoinColumn(name = "owner", foreignKey = @ForeignKey(name = "fk_notes_owner")))
    @OrderColumn(name = "pos")
    private List<String> notes;

    @ElementCollection
    @MapKeyColumn(name = "label", length = 40)
    private Map<String, Money> prices;

    @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL)
    private List<Item> items;

    @OneToMany
    @JoinColumn(name = "owner_fk")
    private List<Part> parts;

    @OneToMany private List<Extra> extras;

    @ManyToMany
    @JoinTable(
        name = "owner_friend",
        joinColumns = @JoinColumn(name = "a"),
        inverseJoinColumns = @JoinColumn(name = "b"))
    private Set<Owner> friends;

    @OneToOne(optional = false)
    private Extra only;
  }

  /** Refers to an owner. */
  @Entity(name = "Item")
  @SequenceGenerator(
      name = "items",
      sequenceName = "item_numbers",
      initialValue = 100,
      allocationSize = 10)
  public static class Item {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "items")
    private Integer id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(name = "fk_item_owner"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Owner owner;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    private Owner unchecked;

    @ManyToOne
    @JoinColumn(
        name = "defined_id",
        foreignKey =
            @ForeignKey(
                name = "fk_defined",
                foreignKeyDefinition =
                    "foreign key (defined_id) references owner (id) on delete set null"
                        + " deferrable initially deferred"))
    private Owner defined;

    @ManyToOne
    @JoinColumn(name = "part_code", referencedColumnName = "code")
    private Part byCode;

    @ManyToOne private Line line;
  }

  /** Has a code beside its key. */
  @Entity(name = "Part")
  public static class Part implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "parts")
    @TableGenerator(name = "parts", table = "id_rows", initialValue = 5)
    private Long id;

    @Column(unique = true, nullable = false, length = 20)
    private String code;
  }

  /** Has a key of two columns. */
  @Entity(name = "Line")
  public static class Line {
    @EmbeddedId private LineId id;

    @MapsId("itemId")
    @ManyToOne
    private Item item;
  }

  /** The key of a line. */
  @Embeddable
  public record LineId(Integer itemId, int number) implements Serializable {}

  /** Has a key of two attributes. */
  @Entity(name = "Pair")
  @IdClass(PairId.class)
  public static class Pair {
    @Id private int a;
    @Id private String b;
    private String value;
  }

  /** The key of a pair. */
  public static class PairId implements Serializable {
    private static final long serialVersionUID = 1L;
    private int a;
    private String b;
  }

  /** Is kept in two tables. */
  @Entity(name = "Extra")
  @Table(name = "extra")
  @SecondaryTable(name = "extra_text")
  public static class Extra extends Base {
    @Column(table = "extra_text", columnDefinition = "text")
    private String description;

    @Column(name = "`order`")
    private int order;
  }
}
