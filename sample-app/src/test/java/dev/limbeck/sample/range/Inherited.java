package dev.limbeck.sample.range;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Set;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.DiscriminatorOptions;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Ways of keeping subclasses beside the plain ones, and second tables. */
public final class Inherited {
  private Inherited() {}

  /** Joined, and discriminated nevertheless. */
  @Entity(name = "Vehicle")
  @Inheritance(strategy = InheritanceType.JOINED)
  @DiscriminatorColumn(name = "sort", discriminatorType = DiscriminatorType.CHAR)
  @DiscriminatorValue("V")
  public abstract static class Vehicle {
    @Id @GeneratedValue private Long id;
  }

  /** Goes with its superclass's row. */
  @Entity(name = "Car")
  @DiscriminatorValue("C")
  @PrimaryKeyJoinColumn(foreignKey = @ForeignKey(name = "fk_car_vehicle"))
  @OnDelete(action = OnDeleteAction.CASCADE)
  public static class Car extends Vehicle {
    @OneToOne private Car spare;
  }

  /** A third level. */
  @Entity(name = "Taxi")
  @DiscriminatorValue("T")
  public static class Taxi extends Car {
    @Column(unique = true)
    private String licence;
  }

  /** One table, a subclass of which has a second one. */
  @Entity(name = "Animal")
  @DiscriminatorColumn(name = "species", length = 20, columnDefinition = "varchar(20) not null")
  @DiscriminatorOptions(force = true)
  public static class Animal {
    @Id @GeneratedValue private Long id;
  }

  /** Is kept in two tables. */
  @Entity(name = "Dog")
  @SecondaryTable(
      name = "dog_pedigree",
      pkJoinColumns = @PrimaryKeyJoinColumn(name = "dog_id"),
      foreignKey = @ForeignKey(name = "fk_pedigree"),
      indexes = @Index(name = "ix_pedigree", columnList = "breeder"),
      uniqueConstraints = @UniqueConstraint(name = "uq_pedigree", columnNames = "number"))
  public static class Dog extends Animal {
    @Column(table = "dog_pedigree", nullable = false)
    private String number;

    @Column(table = "dog_pedigree")
    private String breeder;

    @ManyToOne private Animal friend;
  }

  /** Told apart by an expression. */
  @Entity(name = "Fruit")
  @DiscriminatorFormula("case when seeds > 0 then 'seeded' else 'seedless' end")
  @DiscriminatorValue("seedless")
  public static class Fruit {
    @Id private Long id;
    private int seeds;
  }

  /** The other case. */
  @Entity(name = "Seeded")
  @DiscriminatorValue("seeded")
  public static class Seeded extends Fruit {
    private String shape;
  }

  /** A table for each class, the superclass's too, with collections and references. */
  @Entity(name = "Account")
  @Table(name = "account", indexes = @Index(name = "ix_account_owner", columnList = "owner"))
  @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
  public static class Account {
    @Id @GeneratedValue private Long id;
    private String owner;
    @ElementCollection private Set<String> holders;
    @ManyToOne private Account parent;
  }

  /** Has all of it again. */
  @Entity(name = "Savings")
  @Table(
      name = "savings",
      uniqueConstraints =
          @UniqueConstraint(
              name = "uq_savings",
              columnNames = {"owner", "rate"}))
  public static class Savings extends Account {
    private double rate;
  }
}
