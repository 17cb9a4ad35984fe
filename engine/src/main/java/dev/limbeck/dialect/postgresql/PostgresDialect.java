package dev.limbeck.dialect.postgresql;

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

/** PostgreSQL from version 14 on. */
public final class PostgresDialect implements Dialect {
  private final PostgresAddresses addresses = new PostgresAddresses();
  static final String NAME = "postgresql";

  private final PostgresIdentifiers identifiers = new PostgresIdentifiers();
  private final PostgresTypes types = new PostgresTypes(identifiers);
  private final PostgresRenderer sql = new PostgresRenderer(identifiers, types);
  private final PostgresStatements statements = new PostgresStatements(sql, types);
  private final PostgresRowRules rows = new PostgresRowRules(sql, types);
  private final PostgresProjection projection = new PostgresProjection(types);
  private final PostgresCatalog catalog = new PostgresCatalog(identifiers, types);
  private final PostgresExpressions expressions = new PostgresExpressions(sql);
  private final PostgresDefinitions definitions = new PostgresDefinitions(sql);
  private final PostgresDeployment deployment = new PostgresDeployment(identifiers);
  private final PostgresLocks locks = new PostgresLocks();
  private final PostgresTransactions transactions = new PostgresTransactions();
  private final PostgresScript script = new PostgresScript(sql);

  /** For {@link java.util.ServiceLoader}. */
  public PostgresDialect() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String jdbcPrefix() {
    return "jdbc:postgresql:";
  }

  @Override
  public DatabaseAddresses addresses() {
    return addresses;
  }

  @Override
  public String usualSchema() {
    return "public";
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
    return statements;
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
    return new PostgresViews(types, defaultSchema, scope);
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
    return PostgresScratch::create;
  }

  @Override
  public Deployment deployment() {
    return deployment;
  }
}
