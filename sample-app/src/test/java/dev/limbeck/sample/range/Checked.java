package dev.limbeck.sample.range;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.FilterJoinTable;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.ParamDef;
import org.hibernate.annotations.SQLJoinTableRestriction;
import org.hibernate.annotations.SQLOrder;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.Synchronize;
import org.hibernate.annotations.View;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.PostgreSQLDialect;

/** Conditions, comments, and what only queries see. */
@SuppressWarnings("deprecation") // Applications still use the older @Check.
public final class Checked {
  private Checked() {}

  /** Says it differently for each database. */
  @Entity(name = "Parcel")
  @Table(
      name = "parcel",
      comment = "What is sent",
      check = @CheckConstraint(name = "ck_parcel", constraint = "weight < 100"))
  @Check(name = "ck_size", constraints = "height > 0 and width > 0")
  @SQLRestriction("weight > 0")
  @FilterDef(name = "heavierThan", parameters = @ParamDef(name = "limit", type = Integer.class))
  @Filter(name = "heavierThan", condition = "weight > :limit")
  public static class Parcel {
    @Id @GeneratedValue private Long id;

    @Comment("in kilograms")
    private int weight;

    private int height;
    private int width;

    @Column(comment = "by Jakarta", check = @CheckConstraint(constraint = "length(note) > 1"))
    private String note;

    @ColumnDefault("'nowhere'")
    @DialectOverride.ColumnDefault(
        dialect = PostgreSQLDialect.class,
        override = @ColumnDefault("'on PostgreSQL'"))
    @DialectOverride.ColumnDefault(
        dialect = SQLiteDialect.class,
        override = @ColumnDefault("'on SQLite'"))
    private String place;

    @GeneratedColumn("height * width")
    @DialectOverride.GeneratedColumn(
        dialect = SQLiteDialect.class,
        override = @GeneratedColumn("width * height"))
    private Integer area;

    @Check(constraints = "fee >= 0")
    @DialectOverride.Check(
        dialect = PostgreSQLDialect.class,
        override = @Check(constraints = "fee >= 0 and fee < 1000"))
    private int fee;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    private Parcel bigger;

    @OneToMany
    @JoinColumn(name = "inside_of")
    @SQLOrder("weight desc")
    @SQLRestriction("weight < 50")
    @OnDelete(action = OnDeleteAction.CASCADE)
    private List<Parcel> inside;

    @OneToMany
    @SQLJoinTableRestriction("parcel_id > 0")
    @FilterJoinTable(name = "heavierThan", condition = "parcel_id > :limit")
    private List<Parcel> beside;

    @ElementCollection
    @Comment("words on it")
    private List<String> words;
  }

  /** A query. */
  @Entity(name = "HeavyParcel")
  @Subselect("select p.id, p.weight from parcel p where p.weight > 50")
  @Synchronize("parcel")
  public static class HeavyParcel {
    @Id private Long id;
    private int weight;
  }

  /** A view. */
  @Entity(name = "LightParcel")
  @Table(name = "light_parcel")
  @View(query = "select p.id, p.weight, p.note from parcel p where p.weight < 5")
  @Synchronize("parcel")
  public static class LightParcel {
    @Id private Long id;
    private int weight;
    private String note;
  }

  /** A view of a view. */
  @Entity(name = "FeatherParcel")
  @Table(name = "light_parcel_feather")
  @View(query = "select id from light_parcel where weight < 1")
  public static class FeatherParcel {
    @Id private Long id;
  }
}
