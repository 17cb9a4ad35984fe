package dev.limbeck.sample;

import java.util.stream.Stream;

/** Changes of tables and of what stands beside them. */
final class TableChanges {

  private TableChanges() {}

  static Stream<SingleChange> all() {
    return Stream.of(
        new SingleChange(
            "entity added",
            entities ->
                entities.type(
                    "Poster",
                    """
            @Entity
            public class Poster {
              @Id
              @GeneratedValue(strategy = GenerationType.IDENTITY)
              private Long id;

              @Column(nullable = false, length = 80)
              private String title;

              @ManyToOne
              @JoinColumn(name = "branch_id")
              private Branch branch;
            }
            """),
            """
            op.createTable("Poster", t -> {
              t.column("branch_id", integer());
              t.column("id", bigint()).identity();
              t.column("title", varchar(80)).notNull();
              t.primaryKey("pk_poster", "id");
              t.foreignKey("fk_poster_branch_id", "branch_id").references("branch", "id");
            });
            """),
        new SingleChange(
            "entity removed",
            entities -> entities.delete("Fine"),
            """
            op.dropTable("fine");
            """),
        new SingleChange(
            "join table added",
            entities ->
                entities.addMembers(
                    "Author",
                    """
            @ManyToMany
            @JoinTable(
                name = "author_publisher",
                joinColumns = @JoinColumn(name = "author_id"),
                inverseJoinColumns = @JoinColumn(name = "publisher_id"))
            private Set<Publisher> publishers = new HashSet<>();
            """),
            """
            op.createTable("author_publisher", t -> {
              t.column("publisher_id", bigint()).notNull();
              t.column("author_id", uuid()).notNull();
              t.primaryKey("pk_author_publisher", "publisher_id", "author_id");
              t.foreignKey("fk_author_publisher_publisher_id", "publisher_id")
                  .references("publisher", "id");
              t.foreignKey("fk_author_publisher_author_id", "author_id").references("author", "id");
            });
            """),
        new SingleChange(
            "two tables referring to each other",
            entities ->
                entities
                    .type(
                        "Course",
                        """
            @Entity
            public class Course {
              @Id private Long id;

              @ManyToOne
              @JoinColumn(name = "best_id")
              private Lesson best;
            }
            """)
                    .type(
                        "Lesson",
                        """
            @Entity
            public class Lesson {
              @Id private Long id;

              @ManyToOne(optional = false)
              @JoinColumn(name = "course_id")
              private Course course;
            }
            """),
            """
            op.createTable("Lesson", t -> {
              t.column("course_id", bigint()).notNull();
              t.column("id", bigint()).notNull();
              t.primaryKey("pk_lesson", "id");
            });
            op.createTable("Course", t -> {
              t.column("best_id", bigint());
              t.column("id", bigint()).notNull();
              t.primaryKey("pk_course", "id");
              t.foreignKey("fk_course_best_id", "best_id").references("Lesson", "id");
            });
            op.alterTable("Lesson", t -> {
              t.addForeignKey("fk_lesson_course_id", "course_id").references("Course", "id");
            });
            """),
        new SingleChange(
            "subclass added to a table",
            entities ->
                entities.type(
                    "Game",
                    """
            @Entity
            @DiscriminatorValue("GAME")
            public class Game extends Item {
              private Integer players;
            }
            """),
            """
            op.alterTable("item", t -> {
              t.addColumn("players", integer());
              t.alterCheck(
                  "ck_item_kind",
                  CheckCondition.oneOf("kind", "AUDIO", "BOOK"),
                  CheckCondition.oneOf("kind", "AUDIO", "BOOK", "GAME"));
            });
            """),
        new SingleChange(
            "collection added",
            entities ->
                entities.addMembers(
                    "ReadingGroup",
                    """
            @ElementCollection
            @CollectionTable(name = "group_tag", joinColumns = @JoinColumn(name = "group_id"))
            @Column(name = "tag", length = 40)
            private Set<String> tags = new HashSet<>();
            """),
            """
            op.createTable("group_tag", t -> {
              t.column("group_id", bigint()).notNull();
              t.column("tag", varchar(40));
              t.unique("uq_group_tag_group_id_tag", "group_id", "tag");
              t.foreignKey("fk_group_tag_group_id", "group_id").references("`group`", "id");
            });
            """),
        new SingleChange(
            "table comment changed",
            entities ->
                entities.replace(
                    "Item",
                    "comment = \"what the library lends\"",
                    "comment = \"what can be borrowed\""),
            """
            op.alterTable("item", t -> {
              t.comment("what the library lends", "what can be borrowed");
            });
            """),
        new SingleChange(
            "sequence increment changed",
            entities -> entities.replace("Item", "allocationSize = 20", "allocationSize = 50"),
            """
            op.alterSequence("item_id_seq").incrementBy(20, 50);
            """));
  }
}
