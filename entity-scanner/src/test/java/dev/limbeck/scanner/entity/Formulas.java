package dev.limbeck.scanner.entity;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorImplicitValues;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinFormula;

/** Attributes that are SQL in whole or in part, and therefore have no column, or too few. */
public final class Formulas {
  private Formulas() {}

  /** Parts of an embeddable, one of them computed. */
  @Embeddable
  public static class Size {
    private int width;

    @Formula("width * 2")
    private int doubled;
  }

  /** What {@code Formula} and {@code JoinFormula} can stand on. */
  @Entity(name = "Sum")
  @DiscriminatorFormula("case when amount > 9 then 'Big' else 'Sum' end")
  @DiscriminatorValue("Sum")
  public static class Sum {
    @Id private Long id;
    private int amount;

    @Formula("amount + 1")
    private int more;

    private Size size;

    @ManyToOne
    @JoinFormula("(select 3)")
    private Sum other;

    @ManyToMany private Set<Sum> many;

    @ElementCollection
    @Formula("amount * 3")
    private Set<Integer> computed;

    @ElementCollection private List<Size> sizes;
    @ElementCollection private Map<String, Size> named;

    @ColumnTransformer(read = "upper(word)", write = "lower(?)")
    private String word;

    @Any
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminatorImplicitValues
    @Formula("'x'")
    @JoinColumn(name = "any_id")
    private Object any;
  }

  /** A kind of its own. */
  @Entity(name = "Big")
  @DiscriminatorValue("Big")
  public static class Big extends Sum {
    @ManyToOne
    @JoinColumnOrFormula(formula = @JoinFormula(value = "'x'", referencedColumnName = "type"))
    @JoinColumnOrFormula(column = @JoinColumn(name = "key_code", referencedColumnName = "code"))
    private Key key;
  }

  /** What has a key of two columns. */
  @Entity(name = "Keyed")
  @IdClass(KeyId.class)
  public static class Key {
    @Id private String type;
    @Id private int code;
  }

  /** A key of two columns. */
  public record KeyId(String type, int code) implements Serializable {}
}
