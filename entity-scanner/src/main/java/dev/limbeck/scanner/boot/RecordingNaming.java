package dev.limbeck.scanner.boot;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitAnyDiscriminatorColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitAnyKeyColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitBasicColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitCollectionTableNameSource;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitDiscriminatorColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitEntityNameSource;
import org.hibernate.boot.model.naming.ImplicitForeignKeyNameSource;
import org.hibernate.boot.model.naming.ImplicitIdentifierColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitIndexColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitIndexNameSource;
import org.hibernate.boot.model.naming.ImplicitJoinColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitMapKeyColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.ImplicitPrimaryKeyJoinColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitTenantIdColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitUniqueKeyNameSource;

/**
 * Names as another strategy does, and remembers which constraint names nobody chose.
 *
 * <p>A name is made up where the mapping gives none and the strategy says what Hibernate's usual
 * one would: a hash. The names that an application's own strategy makes are chosen.
 */
final class RecordingNaming implements ImplicitNamingStrategy {
  private final ImplicitNamingStrategy strategy;
  private final ImplicitNamingStrategy usual = ImplicitNamingStrategyJpaCompliantImpl.INSTANCE;
  private final Set<String> madeUp = new HashSet<>();

  RecordingNaming(ImplicitNamingStrategy strategy) {
    this.strategy = requireNonNull(strategy, "strategy");
  }

  /** The class of the strategy that names. */
  String strategyName() {
    return strategy.getClass().getName();
  }

  /** True for the name of a constraint or index that nobody chose. */
  boolean isMadeUp(String name) {
    return madeUp.contains(name);
  }

  @Override
  public Identifier determineForeignKeyName(ImplicitForeignKeyNameSource source) {
    return recorded(
        source, strategy.determineForeignKeyName(source), usual.determineForeignKeyName(source));
  }

  @Override
  public Identifier determineUniqueKeyName(ImplicitUniqueKeyNameSource source) {
    return recorded(
        source, strategy.determineUniqueKeyName(source), usual.determineUniqueKeyName(source));
  }

  @Override
  public Identifier determineIndexName(ImplicitIndexNameSource source) {
    return recorded(source, strategy.determineIndexName(source), usual.determineIndexName(source));
  }

  private Identifier recorded(
      ImplicitConstraintNameSource source, Identifier name, Identifier usualName) {
    if (source.getUserProvidedIdentifier() == null && name.equals(usualName)) {
      madeUp.add(name.getText());
    }
    return name;
  }

  @Override
  public Identifier determinePrimaryTableName(ImplicitEntityNameSource source) {
    return strategy.determinePrimaryTableName(source);
  }

  @Override
  public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
    return strategy.determineJoinTableName(source);
  }

  @Override
  public Identifier determineCollectionTableName(ImplicitCollectionTableNameSource source) {
    return strategy.determineCollectionTableName(source);
  }

  @Override
  public Identifier determineDiscriminatorColumnName(ImplicitDiscriminatorColumnNameSource source) {
    return strategy.determineDiscriminatorColumnName(source);
  }

  @Override
  public Identifier determineTenantIdColumnName(ImplicitTenantIdColumnNameSource source) {
    return strategy.determineTenantIdColumnName(source);
  }

  @Override
  public Identifier determineIdentifierColumnName(ImplicitIdentifierColumnNameSource source) {
    return strategy.determineIdentifierColumnName(source);
  }

  @Override
  public Identifier determineBasicColumnName(ImplicitBasicColumnNameSource source) {
    return strategy.determineBasicColumnName(source);
  }

  @Override
  public Identifier determineJoinColumnName(ImplicitJoinColumnNameSource source) {
    return strategy.determineJoinColumnName(source);
  }

  @Override
  public Identifier determinePrimaryKeyJoinColumnName(
      ImplicitPrimaryKeyJoinColumnNameSource source) {
    return strategy.determinePrimaryKeyJoinColumnName(source);
  }

  @Override
  public Identifier determineAnyDiscriminatorColumnName(
      ImplicitAnyDiscriminatorColumnNameSource source) {
    return strategy.determineAnyDiscriminatorColumnName(source);
  }

  @Override
  public Identifier determineAnyKeyColumnName(ImplicitAnyKeyColumnNameSource source) {
    return strategy.determineAnyKeyColumnName(source);
  }

  @Override
  public Identifier determineMapKeyColumnName(ImplicitMapKeyColumnNameSource source) {
    return strategy.determineMapKeyColumnName(source);
  }

  @Override
  public Identifier determineListIndexColumnName(ImplicitIndexColumnNameSource source) {
    return strategy.determineListIndexColumnName(source);
  }
}
