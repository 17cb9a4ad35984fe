package dev.limbeck.scanner.entity;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Subselect;

/** Every way of keeping subclasses, and an entity without a table. */
public final class Inheritance {
  private Inheritance() {}

  /** Kept with its subclasses in one table. */
  @Entity(name = "Single")
  @Table(name = "single_table")
  public abstract static class Single {
    @Id @GeneratedValue private Long id;
    private String common;
  }

  /** In the table of its superclass. */
  @Entity(name = "SingleA")
  public static class SingleA extends Single {
    @Column(nullable = false)
    private String onlyA;
  }

  /** In the table of its superclass. */
  @Entity(name = "SingleB")
  @DiscriminatorValue("B")
  public static class SingleB extends Single {
    @Column(unique = true)
    private String onlyB;
  }

  /** Discriminated by a number. */
  @Entity(name = "Numbered")
  @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
  @DiscriminatorValue("1")
  public static class Numbered {
    @Id private Long id;
  }

  /** Discriminated by a number. */
  @Entity(name = "NumberedToo")
  @DiscriminatorValue("2")
  public static class NumberedToo extends Numbered {
    private String more;
  }

  /** Each class in a table, joined. */
  @Entity(name = "Joined")
  @jakarta.persistence.Inheritance(strategy = InheritanceType.JOINED)
  public static class Joined {
    @Id @GeneratedValue private Long id;
    private String common;
  }

  /** Joined to its superclass. */
  @Entity(name = "JoinedChild")
  @PrimaryKeyJoinColumn(name = "joined_id")
  public static class JoinedChild extends Joined {
    @Column(nullable = false)
    private String own;
  }

  /** Each class in a table of its own. */
  @Entity(name = "Whole")
  @Table(
      name = "whole",
      uniqueConstraints = @UniqueConstraint(name = "uq_whole", columnNames = "common"))
  @jakarta.persistence.Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
  public abstract static class Whole {
    @Id @GeneratedValue private Long id;
    private String common;
    @ManyToOne private Joined joined;
  }

  /** A whole table. */
  @Entity(name = "WholeA")
  @Table(name = "whole_a")
  public static class WholeA extends Whole {
    private String a;
  }

  /** A whole table. */
  @Entity(name = "WholeB")
  @Table(name = "whole_b")
  public static class WholeB extends Whole {
    @Column(unique = true)
    private String b;
  }

  /** A query, not a table. */
  @Entity(name = "Report")
  @Subselect("select id, common from single_table")
  public static class Report {
    @Id private Long id;
    private String common;
  }
}
