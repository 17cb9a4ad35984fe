package dev.limbeck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiled entities for the tables of {@link Workload}. */
final class EntityClasses {
  private static final String SOURCE =
      """
      package bench;

      import jakarta.persistence.*;
      import java.math.BigDecimal;
      import java.time.OffsetDateTime;

      @Entity
      @Table(
          name = "%2$s",
          uniqueConstraints = @UniqueConstraint(name = "uq_%2$s_code", columnNames = "code"),
          indexes = {
            @Index(name = "ix_%2$s_label", columnList = "label"),
            @Index(name = "ix_%2$s_qty_active", columnList = "qty, active")
          })
      public class %1$s {
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
        @Column(nullable = false) private String code;
        @Column(length = 100) private String label;
        @Column(nullable = false) private Integer qty;
        @Column(precision = 12, scale = 2) private BigDecimal amount;
        private Boolean active;
        @Column(name = "created_at") private OffsetDateTime createdAt;
        @Column(columnDefinition = "text") private String body;
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "prev_id", foreignKey = @ForeignKey(name = "fk_%2$s_prev"))
        private %3$s prev;
      }
      """;

  private EntityClasses() {}

  /** Writes and compiles them. */
  static void compile(int tables, Path directory) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (int i = 1; i <= tables; i++) {
      Path source = directory.resolve(name(i) + ".java");
      Files.writeString(
          source,
          SOURCE.formatted(name(i), name(i).toLowerCase(Locale.ROOT), name(Math.max(1, i - 1))));
      sources.add(source);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-nowarn", "-d", directory.toString(), "-classpath", classPath());
      if (!compiler
          .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call()) {
        throw new IllegalStateException("the entities do not compile");
      }
    }
  }

  /** Where the annotations are, in whatever class loader this runs. */
  private static String classPath() {
    return Path.of(
            jakarta.persistence.Entity.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath())
        .toString();
  }

  private static String name(int table) {
    return String.format(Locale.ROOT, "T%04d", table);
  }
}
