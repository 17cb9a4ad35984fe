package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.CatalogReader;
import dev.limbeck.dialect.CatalogScope;
import dev.limbeck.dialect.CatalogViews;
import dev.limbeck.dialect.DatabaseAddresses;
import dev.limbeck.dialect.Deployment;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ExpressionReader;
import dev.limbeck.dialect.IdentifierRules;
import dev.limbeck.dialect.Projection;
import dev.limbeck.dialect.RowRules;
import dev.limbeck.dialect.ScratchDatabases;
import dev.limbeck.dialect.ScriptForm;
import dev.limbeck.dialect.StatementLocks;
import dev.limbeck.dialect.StatementPlanner;
import dev.limbeck.dialect.StoredDefinitions;
import dev.limbeck.dialect.TransactionRules;
import dev.limbeck.dialect.TypeSystem;
import org.jspecify.annotations.Nullable;

/** SQLite, from 3.37 on. */
public final class SqliteDialect implements Dialect {
  static final String NAME = "sqlite";
  static final String JDBC_PREFIX = "jdbc:sqlite:";

  private final SqliteIdentifiers identifiers = new SqliteIdentifiers();
  private final SqliteTypes types = new SqliteTypes();
  private final SqliteExpressions expressions = new SqliteExpressions();
  private final SqliteProjection projection = new SqliteProjection(types, expressions);
  private final SqliteRenderer renderer = new SqliteRenderer(identifiers, types);
  private final SqlitePlanner planner = new SqlitePlanner(renderer, projection);
  private final SqliteRowRules rows = new SqliteRowRules(renderer);
  private final SqliteCatalog catalog = new SqliteCatalog(identifiers, types, projection);
  private final SqliteDefinitions definitions = new SqliteDefinitions();
  private final SqliteDeployment deployment = new SqliteDeployment(identifiers);
  private final SqliteLocks locks = new SqliteLocks();
  private final SqliteTransactions transactions = new SqliteTransactions();
  private final SqliteScript script = new SqliteScript(renderer);
  private final SqliteAddresses addresses = new SqliteAddresses();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String jdbcPrefix() {
    return JDBC_PREFIX;
  }

  @Override
  public DatabaseAddresses addresses() {
    return addresses;
  }

  @Override
  public IdentifierRules identifiers() {
    return identifiers;
  }

  @Override
  public TypeSystem types() {
    return types;
  }

  @Override
  public Projection projection() {
    return projection;
  }

  @Override
  public TransactionRules transactions() {
    return transactions;
  }

  @Override
  public StatementLocks locks() {
    return locks;
  }

  @Override
  public ScriptForm script() {
    return script;
  }

  @Override
  public StatementPlanner statements() {
    return planner;
  }

  @Override
  public RowRules rows() {
    return rows;
  }

  @Override
  public CatalogReader catalog() {
    return catalog;
  }

  @Override
  public CatalogViews views(@Nullable String defaultSchema, CatalogScope scope) {
    return new SqliteViews(types);
  }

  @Override
  public ExpressionReader expressions() {
    return expressions;
  }

  @Override
  public StoredDefinitions definitions() {
    return definitions;
  }

  @Override
  public ScratchDatabases scratch() {
    return like -> SqliteScratch.create();
  }

  @Override
  public Deployment deployment() {
    return deployment;
  }
}
