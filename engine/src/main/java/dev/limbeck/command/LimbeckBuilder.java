package dev.limbeck.command;

import static java.util.Objects.requireNonNull;

import dev.limbeck.autogenerate.EntitySource;
import dev.limbeck.autogenerate.RevisionWriter;
import dev.limbeck.dialect.Deployment.ConnectionSource;
import dev.limbeck.dialect.Patience;
import dev.limbeck.filter.ObjectRules;
import dev.limbeck.hook.Hooks;
import dev.limbeck.introspect.Introspector;
import dev.limbeck.model.NamingConvention;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.plan.Transactions;
import dev.limbeck.runtime.Progress;
import dev.limbeck.source.RevisionSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Says what a {@link Limbeck} works on. Nothing is opened or read before a command needs it. */
public final class LimbeckBuilder {
  private @Nullable ConnectionSource connections;
  private @Nullable RevisionSource revisions;
  private @Nullable EntitySource entities;
  private @Nullable Introspector introspector;
  private @Nullable RevisionWriter writer;
  private List<String> dialects = List.of();
  private QualifiedName versionTable = QualifiedName.parse("limbeck_version");
  private @Nullable QualifiedName historyTable;
  private Duration lockTimeout = Duration.ofMinutes(5);
  private Progress progress = Progress.silent();
  private Clock clock = Clock.systemUTC();
  private boolean dropUnknown;
  private Protection protection = Protection.NONE;
  private boolean backup;
  private final Map<String, ConnectionSource> proofServers = new HashMap<>();
  private @Nullable Path unproven;
  private Patience patience = Patience.USUAL;
  private Transactions transactions = Transactions.REVISION;
  private ProjectRules rules = ProjectRules.standard();

  LimbeckBuilder() {}

  /** The database. */
  public LimbeckBuilder dataSource(DataSource value) {
    requireNonNull(value, "dataSource");
    connections = value::getConnection;
    return this;
  }

  /** The database, by something that opens connections to it. */
  public LimbeckBuilder connections(ConnectionSource value) {
    connections = requireNonNull(value, "connections");
    return this;
  }

  /** Where the revisions are. */
  public LimbeckBuilder revisions(RevisionSource value) {
    revisions = requireNonNull(value, "revisions");
    return this;
  }

  /** What the entities want; for check, scan and autogenerate. */
  public LimbeckBuilder entities(EntitySource value) {
    entities = requireNonNull(value, "entities");
    return this;
  }

  /** What reads a whole database; the dialect's own catalog reader where it is not said. */
  public LimbeckBuilder introspector(Introspector value) {
    introspector = requireNonNull(value, "introspector");
    return this;
  }

  /** Where new revisions go; for the revision command. */
  public LimbeckBuilder writer(RevisionWriter value) {
    writer = requireNonNull(value, "writer");
    return this;
  }

  /**
   * The names of the dialects that revisions have to hold on; the database's own where none is
   * said.
   */
  public LimbeckBuilder dialects(List<String> value) {
    dialects = List.copyOf(value);
    return this;
  }

  /** The version table's name, with its schema where it has one. */
  public LimbeckBuilder versionTable(String value) {
    versionTable = QualifiedName.parse(value);
    return this;
  }

  /**
   * The name of the table of what was done, with its schema where that is not the version table's;
   * {@code limbeck_history} where it is not said, or, where the version table has another name,
   * that name with {@code _history} after it.
   */
  public LimbeckBuilder historyTable(String value) {
    historyTable = QualifiedName.parse(value);
    return this;
  }

  /** How long to wait for another deployer. */
  public LimbeckBuilder lockTimeout(Duration value) {
    lockTimeout = requireNonNull(value, "lockTimeout");
    return this;
  }

  /** Told what happens while revisions are applied. */
  public LimbeckBuilder progress(Progress value) {
    progress = requireNonNull(value, "progress");
    return this;
  }

  /** The clock that dates new revisions and what is done to the database. */
  public LimbeckBuilder clock(Clock value) {
    clock = requireNonNull(value, "clock");
    return this;
  }

  /** True to let autogenerate drop what neither entities nor revisions know. */
  public LimbeckBuilder dropUnknown(boolean value) {
    dropUnknown = value;
    return this;
  }

  /** What keeps people from hurting the database by mistake; nothing where it is not said. */
  public LimbeckBuilder protection(Protection value) {
    protection = requireNonNull(value, "protection");
    return this;
  }

  /**
   * True to copy the database before revisions are applied, where it is one file; elsewhere {@code
   * upgrade} fails with LMB-442.
   */
  public LimbeckBuilder backup(boolean value) {
    backup = value;
    return this;
  }

  /**
   * Where generated revisions are proven on a dialect, on scratch databases beside the one that
   * this leads to; where it is not said, beside the database itself if it is of that dialect.
   */
  public LimbeckBuilder proofServer(String dialect, ConnectionSource value) {
    proofServers.put(requireNonNull(dialect, "dialect"), requireNonNull(value, "value"));
    return this;
  }

  /** The directory in which a generated revision is kept that failed its proof; none by default. */
  public LimbeckBuilder unproven(Path value) {
    unproven = requireNonNull(value, "unproven");
    return this;
  }

  /** How long the statements of revisions may wait and run, and how often they are tried again. */
  public LimbeckBuilder patience(Patience value) {
    patience = requireNonNull(value, "patience");
    return this;
  }

  /** How much one transaction holds; a revision where it is not said. */
  public LimbeckBuilder transactions(Transactions value) {
    transactions = requireNonNull(value, "transactions");
    return this;
  }

  /** How what nobody named is named, where it is new. */
  public LimbeckBuilder names(NamingConvention value) {
    rules = rules.withNames(value);
    return this;
  }

  /** Which objects autogenerate and check compare; all where it is not said. */
  public LimbeckBuilder objects(ObjectRules value) {
    rules = rules.withObjects(value);
    return this;
  }

  /** The project's own code for autogenerate and check; loaded when a command needs it. */
  public LimbeckBuilder hooks(Supplier<Hooks> value) {
    rules = rules.withHooks(value);
    return this;
  }

  /** What is done with files of revisions once they are written. */
  public LimbeckBuilder afterWriting(AfterWriting value) {
    rules = rules.withAfterWriting(value);
    return this;
  }

  /** What was said, ready for work. */
  public Limbeck build() {
    return new Limbeck(
        new Settings(
            connections,
            revisions,
            entities,
            introspector,
            writer,
            dialects,
            versionTable,
            historyTable,
            lockTimeout,
            progress,
            clock,
            dropUnknown,
            protection,
            backup,
            proofServers,
            unproven,
            patience,
            transactions,
            rules));
  }
}
