package dev.limbeck.sample.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members who read the same books and talk about them. Its table has a reserved word for a name.
 */
@Entity
@Table(name = "`group`")
public class ReadingGroup {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(name = "`meetingDay`")
  private @Nullable DayOfWeek meetingDay;

  /** Where it stands in the programme. */
  @Column(name = "`order`", nullable = false)
  private int order;

  @ManyToMany
  @JoinTable(
      name = "group_member",
      joinColumns = @JoinColumn(name = "group_id"),
      inverseJoinColumns = @JoinColumn(name = "member_id"))
  private Set<Member> members = new HashSet<>();

  @ManyToMany
  @JoinTable(
      name = "group_book",
      joinColumns = @JoinColumn(name = "group_id"),
      inverseJoinColumns = @JoinColumn(name = "book_id"))
  @OrderColumn(name = "position")
  private List<Book> books = new ArrayList<>();

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected ReadingGroup() {}

  public ReadingGroup(String name, int order) {
    this.name = name;
    this.order = order;
  }

  public void setMeetingDay(@Nullable DayOfWeek meetingDay) {
    this.meetingDay = meetingDay;
  }

  public Set<Member> getMembers() {
    return members;
  }

  public List<Book> getBooks() {
    return books;
  }
}
