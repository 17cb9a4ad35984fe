package dev.limbeck.sample.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.LocalTime;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/**
 * A person who works at a branch.
 *
 * <p>A librarian refers to a branch, and a branch to the librarian who leads it: two tables that
 * refer to each other.
 */
@Entity
@Table(name = "librarian")
@PrimaryKeyJoinColumn(name = "person_id")
public class Librarian extends Person {

  @Column(name = "`staffNumber`", nullable = false, unique = true)
  private int staffNumber;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "branch_id", foreignKey = @ForeignKey(name = "fk_librarian_branch"))
  private Branch branch;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "mentor_id")
  private @Nullable Librarian mentor;

  private @Nullable LocalTime shiftStarts;

  @Column(nullable = false)
  @ColumnDefault("false")
  private boolean firstAider;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Librarian() {}

  public Librarian(PersonName name, String email, int staffNumber, Branch branch) {
    super(name, email);
    this.staffNumber = staffNumber;
    this.branch = branch;
  }

  public Branch getBranch() {
    return branch;
  }

  public void setMentor(@Nullable Librarian mentor) {
    this.mentor = mentor;
  }

  public void setShiftStarts(@Nullable LocalTime shiftStarts) {
    this.shiftStarts = shiftStarts;
  }

  public void setFirstAider(boolean firstAider) {
    this.firstAider = firstAider;
  }
}
