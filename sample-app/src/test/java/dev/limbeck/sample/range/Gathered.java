package dev.limbeck.sample.range;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.Bag;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SortNatural;
import org.jspecify.annotations.Nullable;

/** Collections and references to several classes. */
public final class Gathered {
  private Gathered() {}

  /** Sizes of a shelf. */
  public enum Size {
    LOW,
    HIGH
  }

  /** An embeddable in an embeddable. */
  @Embeddable
  public record Label(@Column(length = 12) String text, @Embedded Corner corner) {}

  /** The innermost one. */
  @Embeddable
  public record Corner(int x, @Column(name = "upwards", nullable = false) int y) {}

  /** Has every collection of values. */
  @Entity(name = "Shelf")
  public static class Shelf {
    @Id @GeneratedValue private Long id;

    @ElementCollection
    @CollectionTable(
        name = "shelf_label",
        joinColumns = @JoinColumn(name = "shelf"),
        indexes = @Index(name = "ix_shelf_label", columnList = "label_text, shelf"),
        uniqueConstraints =
            @UniqueConstraint(
                name = "uq_shelf_label",
                columnNames = {"shelf", "across"}))
    @AttributeOverride(name = "text", column = @Column(name = "label_text", length = 70))
    @AttributeOverride(name = "corner.x", column = @Column(name = "across", nullable = false))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private List<Label> labels;

    @ElementCollection
    @OrderColumn(name = "place", nullable = false)
    @ListIndexBase(1)
    private List<String> places;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    private Set<Size> sizes;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyColumn(name = "size_key", length = 10)
    @Column(name = "amount", nullable = false)
    private Map<Size, Integer> amounts;

    @ElementCollection
    @MapKeyJoinColumn(name = "thing_key")
    private Map<Thing, String> remarks;

    @ElementCollection
    @CollectionTable(name = "shelf_by_label")
    @AttributeOverride(name = "key.text", column = @Column(name = "key_text", length = 5))
    @AttributeOverride(name = "value.text", column = @Column(name = "value_text"))
    @AttributeOverride(name = "key.corner.y", column = @Column(name = "key_up"))
    @AttributeOverride(name = "key.corner.x", column = @Column(name = "key_across"))
    private Map<Label, Label> byLabel;

    @ElementCollection @SortNatural private SortedSet<String> sorted;

    @ElementCollection
    @CollectionTable(name = "shelf_bag")
    @Bag
    @CollectionId(column = @Column(name = "row_id"), generator = "increment")
    @CollectionIdJavaClass(idType = Integer.class)
    private List<String> bag;

    @ManyToMany
    @MapKey(name = "code")
    private Map<String, Thing> things;

    @ManyToMany
    @MapKeyJoinColumn(name = "other_shelf")
    @JoinTable(
        name = "shelf_thing_of_shelf",
        inverseJoinColumns = @JoinColumn(name = "thing_id", nullable = false))
    private Map<Shelf, Thing> ofShelves;

    @OneToMany
    @JoinColumn(name = "on_shelf", nullable = false)
    @OrderColumn(name = "position_on_shelf")
    private List<Thing> ordered;

    @Any
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminatorValue(discriminator = "T", entity = Thing.class)
    @AnyDiscriminatorValue(discriminator = "S", entity = Shelf.class)
    @Column(name = "next_kind", length = 1)
    @JoinColumn(name = "next_id")
    private @Nullable Object next;

    @ManyToAny
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminatorValue(discriminator = "T", entity = Thing.class)
    @AnyDiscriminatorValue(discriminator = "S", entity = Shelf.class)
    @Column(name = "kind")
    @JoinTable(
        name = "shelf_neighbour",
        joinColumns = @JoinColumn(name = "shelf_id"),
        inverseJoinColumns = @JoinColumn(name = "neighbour_id"))
    private Set<Object> neighbours;
  }

  /** Stands on shelves. */
  @Entity(name = "Thing")
  public static class Thing {
    @Id @GeneratedValue private Long id;
    private String code;
  }
}
