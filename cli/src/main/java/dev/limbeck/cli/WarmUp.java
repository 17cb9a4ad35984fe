package dev.limbeck.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Runs the commands that people run most, on a database and an entity of its own, so that the
 * virtual machine can note which classes they need. {@code bin/limbeck-archive} starts it.
 *
 * <p>There is no PostgreSQL to talk to, but a {@link SilentServer}. The rest of the classes of its
 * driver is loaded without, and those of Limbeck for it.
 */
final class WarmUp {
  private static final String ENTITY =
      """
      package warmup;

      import jakarta.persistence.*;
      import java.math.BigDecimal;
      import java.time.Instant;
      import java.util.List;

      @Entity
      @Table(indexes = @Index(columnList = "name"))
      public class Thing {
        enum Kind { ONE, OTHER }

        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
        @Version int version;
        @Column(nullable = false, unique = true, length = 20) String name;
        @Enumerated(EnumType.STRING) Kind kind;
        @ManyToOne(fetch = FetchType.LAZY) Thing whole;
        @OneToMany(mappedBy = "whole") List<Thing> parts;
        @ElementCollection List<String> words;
        BigDecimal amount;
        Instant made;
        boolean active;
      }
      """;

  private static final List<String> COMMANDS =
      List.of(
          "revision -m first",
          "upgrade head",
          "current",
          "history",
          "heads",
          "branches",
          "log",
          "revision --autogenerate -m second",
          "upgrade head --plan",
          "upgrade head",
          "check",
          "revision --autogenerate -m third",
          "downgrade -1",
          "nonsense",
          "--version",
          "upgrade --help");

  /** They fail where they need an answer that has rows. */
  private static final List<String> COMMANDS_WITHOUT_ANSWERS =
      List.of("scan", "current", "log", "check", "upgrade head", "stamp head");

  private WarmUp() {}

  /**
   * @param args a directory that is there, to work in
   */
  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    Path directory = Path.of(args[0]).toAbsolutePath();
    compileEntity(directory);
    PrintWriter nowhere =
        new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    run(directory, "jdbc:sqlite:warm-up.db", "revisions", COMMANDS, nowhere);
    try (SilentServer server = SilentServer.start()) {
      Files.createDirectories(directory.resolve("none"));
      run(directory, server.url(), "none", COMMANDS_WITHOUT_ANSWERS, nowhere);
    }
    load("org.postgresql.Driver", "org/postgresql/");
    load("dev.limbeck.model.DatabaseModel", "dev/limbeck/");
  }

  private static void run(
      Path directory, String url, String revisions, List<String> commands, PrintWriter out)
      throws IOException {
    Files.writeString(
        directory.resolve("limbeck.properties"),
        "url=" + url + "\nrevisions.directory=" + revisions + "\nentities.classpath=entities\n");
    for (String command : commands) {
      Main.execute(command.split(" "), directory, Map.of(), out, out);
    }
  }

  /** Without a compiler, as in a Java without one, there is no entity to read. */
  private static void compileEntity(Path directory) throws IOException {
    Path source = Files.writeString(directory.resolve("Thing.java"), ENTITY);
    Path classes = Files.createDirectories(directory.resolve("entities"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler != null) {
      Path hibernate = Path.of(System.getProperty("limbeck.home"), "lib", "hibernate");
      try (Stream<Path> jars = Files.list(hibernate)) {
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-cp",
            jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            "-d",
            classes.toString(),
            source.toString());
      }
    }
  }

  /** Loads the classes below a package of the jar that a class comes from. */
  private static void load(String type, String below)
      throws ReflectiveOperationException, IOException {
    CodeSource source = Class.forName(type).getProtectionDomain().getCodeSource();
    try (JarFile jar = new JarFile(source.getLocation().getFile())) {
      jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(below) && name.endsWith(".class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .forEach(WarmUp::load);
    }
  }

  /** Loads a class, if it can be: some of them need libraries that are not there. */
  private static void load(String name) {
    try {
      Class.forName(name, false, WarmUp.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      System.err.println(e);
    }
  }
}
