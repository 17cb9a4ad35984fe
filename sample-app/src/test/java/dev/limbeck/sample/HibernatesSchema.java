package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.facts.Fact;
import dev.limbeck.testsupport.facts.SchemaFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a database against the one that Hibernate makes for the same entities. */
final class HibernatesSchema {

  /** What Limbeck makes on SQLite and Hibernate leaves out, without the names of constraints. */
  private static final List<String> LEFT_OUT_ON_SQLITE =
      """
      foreign key Order: (item_id) references item (id)
      foreign key Order: (publisher_id) references publisher (id)
      foreign key author: (pen_name_of_id) references author (id) on delete set null
      foreign key book_author: (author_id) references author (id)
      foreign key book_author: (book_id) references item (id)
      foreign key branch: (head_id) references librarian (person_id)
      foreign key chapter: (book_id) references item (id)
      foreign key copy: (branch_id) references branch (id)
      foreign key copy: (item_id) references item (id)
      foreign key fine: (loan_id) references loan (id) on delete cascade
      foreign key group_book: (book_id) references item (id)
      foreign key group_book: (group_id) references group (id)
      foreign key group_member: (group_id) references group (id)
      foreign key group_member: (member_id) references member (person_id)
      foreign key item: (publisher_id) references publisher (id)
      foreign key librarian: (branch_id) references branch (id)
      foreign key librarian: (mentor_id) references librarian (person_id)
      foreign key librarian: (person_id) references person (id)
      foreign key loan: (copy_number, item_id) references copy (copy_number, item_id)
      foreign key loan: (member_id) references member (person_id)
      foreign key member: (home_branch_id) references branch (id)
      foreign key member: (person_id) references person (id)
      foreign key member_phone: (member_id) references member (person_id)
      foreign key member_preference: (member_id) references member (person_id)
      foreign key opening_hours: (branch_id) references branch (id)
      foreign key publisher_contact: (publisher_id) references publisher (id)
      foreign key reservation: (item_id) references item (id)
      foreign key reservation: (member_id) references member (person_id) on delete cascade
      unique author: (last_name, first_name, born)
      unique item: (isbn)
      unique loan: (item_id, copy_number, lent_at)
      unique person: (email)
      unique publisher: (name, country)
      unique reservation: (item_id, place)
      """
          .lines()
          .toList();

  private HibernatesSchema() {}

  /**
   * Asserts that a database made by Limbeck holds what Hibernate makes for the sample's entities,
   * and on SQLite what Hibernate's DDL leaves out.
   *
   * @param directory for files of the database that Hibernate fills
   */
  static void assertSame(TestDatabase migrated, DatabaseKind kind, Path directory) {
    try (TestDatabase made = kind.fresh(directory)) {
      HibernateDdl hibernate = HibernateDdl.ofSample(made.dataSource());
      hibernate.create();
      assertThat(HibernateDdl.ofSample(migrated.dataSource()).findings())
          .as("findings of Hibernate's validator")
          .isEqualTo(hibernate.findings());

      SchemaFacts expected = LimbeckProject.facts(made);
      SchemaFacts actual = LimbeckProject.facts(migrated);
      List<String> surplus = lines(actual);
      List<String> missing = new ArrayList<>();
      for (String line : lines(expected)) {
        if (!surplus.remove(line)) {
          missing.add(line);
        }
      }
      assertThat(missing).as("what Hibernate makes and Limbeck does not").isEmpty();
      assertThat(surplus)
          .as("what Limbeck makes and Hibernate does not")
          .isEqualTo(kind == DatabaseKind.SQLITE ? LEFT_OUT_ON_SQLITE : List.of());
      assertThat(givenNames(actual)).containsAll(givenNames(expected));
    }
  }

  /**
   * Hibernate has computed columns stored where the server cannot do otherwise, and does not say
   * which from PostgreSQL 18 on; Limbeck has them stored on each.
   */
  private static List<String> lines(SchemaFacts facts) {
    return facts.withoutConstraintNames().lines().stream()
        .map(line -> line.replace(" generated virtual (", " generated stored ("))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The names of constraints and indexes that the mapping gives; all of them begin alike. */
  private static Set<String> givenNames(SchemaFacts facts) {
    return facts.facts().stream()
        .map(Fact::name)
        .filter(Objects::nonNull)
        .filter(name -> name.matches("(ck|fk|ix|uq|ux)_.*"))
        .collect(Collectors.toSet());
  }
}
