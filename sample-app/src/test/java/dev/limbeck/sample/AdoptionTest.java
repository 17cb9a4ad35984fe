package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.command.Limbeck;
import dev.limbeck.command.RevisionWritten;
import dev.limbeck.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limbeck on a database that Hibernate made. */
class AdoptionTest {

  private static final Comparison NOTHING = new Comparison(List.of(), List.of());

  @TempDir Path directory;

  @Test
  void nothing_is_missing_on_postgresql() {
    try (TestDatabase database = DatabaseKind.POSTGRESQL.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, List.of())) {
      HibernateDdl.ofSample(database.dataSource()).create();

      assertThat(project.on(database).check()).isEqualTo(NOTHING);
    }
  }

  @Test
  void nothing_is_missing_on_postgresql_where_revisions_have_to_hold_on_sqlite_too() {
    try (TestDatabase database = DatabaseKind.POSTGRESQL.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, List.of("sqlite", "postgresql"))) {
      HibernateDdl.ofSample(database.dataSource()).create();

      assertThat(project.on(database).check()).isEqualTo(NOTHING);
    }
  }

  @Test
  void an_adopted_database_changes_like_any_other() {
    try (TestDatabase database = DatabaseKind.POSTGRESQL.fresh(directory);
        TestDatabase empty = DatabaseKind.SQLITE.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, List.of("sqlite", "postgresql"))) {
      HibernateDdl.ofSample(database.dataSource()).create();
      project.autogenerate(empty, LimbeckProject.SAMPLE, "what is there");
      Limbeck before = project.on(database);
      before.stamp(List.of("head"), false);
      assertThat(before.check()).isEqualTo(NOTHING);

      EntitySource after =
          EditedEntities.in(directory.resolve("edited"))
              .replace("Item", "length = 300", "length = 400")
              .scanned();
      project.autogenerate(database, after, "longer titles");
      Limbeck limbeck = project.on(database, after);
      limbeck.upgrade("head");
      assertThat(limbeck.check()).isEqualTo(NOTHING);
      limbeck.downgrade("-1");
      assertThat(before.check()).isEqualTo(NOTHING);
    }
  }

  @Test
  void on_sqlite_nothing_is_missing_but_what_hibernate_left_out() {
    try (TestDatabase database = DatabaseKind.SQLITE.fresh(directory);
        TestDatabase empty = DatabaseKind.SQLITE.fresh(directory);
        LimbeckProject project = LimbeckProject.in(directory, List.of())) {
      HibernateDdl.ofSample(database.dataSource()).create();
      Limbeck limbeck = project.on(database);
      Comparison found = limbeck.check();

      project.autogenerate(empty, LimbeckProject.SAMPLE, "what is there");
      limbeck.stamp(List.of("head"), false);
      RevisionWritten revision =
          project.autogenerate(database, LimbeckProject.SAMPLE, "what Hibernate left out");
      assertThat(revision.operations()).isEqualTo(found.operations());
      assertThat(revision.notes()).isEmpty();
      assertThat(LimbeckProject.upgradeBody(revision))
          .isEqualTo(
              """
              op.alterTable("publisher", t -> {
                t.addUnique("uq_publisher_name", "name", "country");
              });
              op.alterTable("item", t -> {
                t.addUnique("uq_item_isbn", "isbn");
                t.addForeignKey("fk_item_publisher_id", "publisher_id").references("publisher", "id");
              });
              op.alterTable("`Order`", t -> {
                t.addForeignKey("fk_order_item_id", "item_id").references("item", "id");
                t.addForeignKey("fk_order_publisher_id", "publisher_id").references("publisher", "id");
              });
              op.alterTable("author", t -> {
                t.addUnique("uq_author_last_name_first_name_born", "last_name", "first_name", "born");
                t.addForeignKey("fk_author_pen_name_of_id", "pen_name_of_id")
                    .references("author", "id")
                    .onDelete(SET_NULL);
              });
              op.alterTable("book_author", t -> {
                t.addForeignKey("fk_book_author_book", "book_id").references("item", "id");
                t.addForeignKey("fk_book_author_author", "author_id").references("author", "id");
              });
              op.alterTable("person", t -> {
                t.addUnique("uq_person_email", "email");
              });
              op.alterTable("librarian", t -> {
                t.addForeignKey("fk_librarian_branch", "branch_id").references("branch", "id");
                t.addForeignKey("fk_librarian_mentor_id", "mentor_id").references("librarian", "person_id");
                t.addForeignKey("fk_librarian_person_id", "person_id").references("person", "id");
              });
              op.alterTable("branch", t -> {
                t.addForeignKey("fk_branch_head", "head_id").references("librarian", "person_id");
              });
              op.alterTable("chapter", t -> {
                t.addForeignKey("fk_chapter_book_id", "book_id").references("item", "id");
              });
              op.alterTable("copy", t -> {
                t.addForeignKey("fk_copy_branch_id", "branch_id").references("branch", "id");
                t.addForeignKey("fk_copy_item_id", "item_id").references("item", "id");
              });
              op.alterTable("member", t -> {
                t.addForeignKey("fk_member_home_branch_id", "home_branch_id").references("branch", "id");
                t.addForeignKey("fk_member_person", "person_id").references("person", "id");
              });
              op.alterTable("loan", t -> {
                t.addUnique("ux_loan_copy", "item_id", "copy_number", "lent_at");
                t.addForeignKey("fk_loan_copy", "copy_number", "item_id")
                    .references("copy", "copy_number", "item_id");
                t.addForeignKey("fk_loan_member", "member_id").references("member", "person_id");
              });
              op.alterTable("fine", t -> {
                t.addForeignKey("fk_fine_loan_id", "loan_id").references("loan", "id").onDelete(CASCADE);
              });
              op.alterTable("group_book", t -> {
                t.addForeignKey("fk_group_book_book_id", "book_id").references("item", "id");
                t.addForeignKey("fk_group_book_group_id", "group_id").references("`group`", "id");
              });
              op.alterTable("group_member", t -> {
                t.addForeignKey("fk_group_member_group_id", "group_id").references("`group`", "id");
                t.addForeignKey("fk_group_member_member_id", "member_id").references("member", "person_id");
              });
              op.alterTable("member_phone", t -> {
                t.addForeignKey("fk_member_phone_member_id", "member_id").references("member", "person_id");
              });
              op.alterTable("member_preference", t -> {
                t.addForeignKey("fk_member_preference_member_id", "member_id")
                    .references("member", "person_id");
              });
              op.alterTable("opening_hours", t -> {
                t.addForeignKey("fk_opening_hours_branch_id", "branch_id").references("branch", "id");
              });
              op.alterTable("publisher_contact", t -> {
                t.addForeignKey("fk_publisher_contact_publisher", "publisher_id")
                    .references("publisher", "id");
              });
              op.alterTable("reservation", t -> {
                t.addUnique("uq_reservation_place", "item_id", "place");
                t.addForeignKey("fk_reservation_item_id", "item_id").references("item", "id");
                t.addForeignKey("fk_reservation_member_id", "member_id")
                    .references("member", "person_id")
                    .onDelete(CASCADE);
              });
              """);

      limbeck.upgrade("head");
      assertThat(limbeck.check()).isEqualTo(NOTHING);
      HibernatesSchema.assertSame(database, DatabaseKind.SQLITE, directory);
      HibernateAtWork.on(database).onEveryEntity();
    }
  }
}
