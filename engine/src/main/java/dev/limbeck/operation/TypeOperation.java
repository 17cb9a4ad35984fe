package dev.limbeck.operation;

import static java.util.Objects.requireNonNull;

import dev.limbeck.model.Check;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Domain;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.model.SqlExpression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step that makes, changes or drops a type of the schema. */
public sealed interface TypeOperation extends Operation {

  /** A case for each kind of these operations. */
  interface Visitor<R> {
    R createEnumType(CreateEnumType operation);

    R dropEnumType(DropEnumType operation);

    R alterEnumType(AlterEnumType operation);

    R renameEnumType(RenameEnumType operation);

    R renameEnumLabel(RenameEnumLabel operation);

    R createDomain(CreateDomain operation);

    R dropDomain(DropDomain operation);

    R alterDomain(AlterDomain operation);

    R renameDomain(RenameDomain operation);
  }

  /** Creates an enumerated type, where the database has them. */
  record CreateEnumType(EnumType type) implements TypeOperation {
    public CreateEnumType {
      requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Operation.Visitor<R> visitor) {
      return visitor.createEnumType(this);
    }
  }

  /**
   * Drops an enumerated type.
   *
   * @param name its name
   * @param type what it is, for the inverse; null where only the name is known
   */
  record DropEnumType(QualifiedName name, @Nullable EnumType type) implements TypeOperation {
    public DropEnumType {
      requireNonNull(name, "name");
    }

    @Override
    public <R> R accept(Operation.Visitor<R> visitor) {
      return visitor.dropEnumType(this);
    }
  }

  /**
   * Changes which labels an enumerated type has, and their order. Labels that neither side knows,
   * since another branch added them, stay ({@link LabelChange}).
   *
   * @param name its name
   * @param labels the labels before and after, neither side null
   * @param remaps what rows get that hold a label which goes, by that label; rows with others that
   *     go refuse the change
   * @param columns where the type is used, for databases that keep no such types; others know it
   * @param rebuild true to make the type anew even where labels could be added to it as it stands,
   *     so that the operations behind it, in the same transaction, can use them
   */
  record AlterEnumType(
      QualifiedName name,
      Changed<List<String>> labels,
      Map<String, String> remaps,
      List<EnumColumn> columns,
      boolean rebuild)
      implements TypeOperation {
    public AlterEnumType {
      requireNonNull(name, "name");
      labels =
          new Changed<>(
              List.copyOf(requireNonNull(labels.from(), "from")),
              List.copyOf(requireNonNull(labels.to(), "to")));
      remaps = Collections.unmodifiableMap(new LinkedHashMap<>(remaps));
      columns = List.copyOf(columns);
    }

    /** How the labels change. */
    public LabelChange change() {
      return new LabelChange(
          requireNonNull(labels.from(), "from"), requireNonNull(labels.to(), "to"));
    }

    /** The labels whose rows nobody said anything about. */
    public List<String> refusing() {
      return change().removed().stream().filter(label -> !remaps.containsKey(label)).toList();
    }

    @Override
    public <R> R accept(Operation.Visitor<R> visitor) {
      return visitor.alterEnumType(this);
    }
  }

  /**
   * Renames an enumerated type; the columns of it stay.
   *
   * @param from its name before
   * @param to its name after, in the same schema
   */
  record RenameEnumType(QualifiedName from, QualifiedName to) implements TypeOperation {
    public RenameEnumType {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public <R> R accept(Operation.Visitor<R> visitor) {
      return visitor.renameEnumType(this);
    }
  }

  /**
   * Renames a label of an enumerated type; rows that hold it have the new one then.
   *
   * @param type the type
   * @param from the label before
   * @param to the label after
   * @param columns where the type is used, for databases that keep no such types; others know it
   */
  record RenameEnumLabel(QualifiedName type, String from, String to, List<EnumColumn> columns)
      implements TypeOperation {
    public RenameEnumLabel {
      requireNonNull(type, "type");
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      columns = List.copyOf(columns);
    }

    @Override
    public <R> R accept(Operation.Visitor<R> visitor) {
      return visitor.renameEnumLabel(this);
    }
  }

  /** Creates a domain, where the database has them. */
  record CreateDomain(Domain domain) implements TypeOperation {
    public CreateDomain {
      requireNonNull(domain, "domain");
    }

    @Override
    public <R> R accept(Operation.Visitor<R> visitor) {
      return visitor.createDomain(this);
    }
  }

  /**
   * Drops a domain, which no column is of.
   *
   * @param name its name
   * @param domain what it is, for the inverse; null where only the name is known
   */
  record DropDomain(QualifiedName name, @Nullable Domain domain) implements TypeOperation {
    public DropDomain {
      requireNonNull(name, "name");
    }

    @Override
    public <R> R accept(Operation.Visitor<R> visitor) {
      return visitor.dropDomain(this);
    }
  }

  /**
   * Changes what a domain demands; a part that is null does not change. Checks that neither side
   * knows, since another branch added them, stay.
   *
   * @param name its name
   * @param type the type that it is made of, neither side null
   * @param nullable whether it takes null, neither side null
   * @param defaultValue what a column of it gets that has no default of its own; null is none
   * @param checks the checks that come (from null), go (to null), or get another name or condition
   */
  record AlterDomain(
      QualifiedName name,
      @Nullable Changed<ColumnType> type,
      @Nullable Changed<Boolean> nullable,
      @Nullable Changed<SqlExpression> defaultValue,
      List<Changed<Check>> checks)
      implements TypeOperation {
    public AlterDomain {
      requireNonNull(name, "name");
      checks = List.copyOf(checks);
    }

    /**
     * The change that makes the second domain of the first; null where there is none. Names of the
     * domains are not compared.
     */
    public static @Nullable AlterDomain between(Domain from, Domain to) {
      AlterDomain change =
          new AlterDomain(
              from.name(),
              Changed.between(from.type(), to.type()),
              Changed.between(from.nullable(), to.nullable()),
              Changed.between(from.defaultValue(), to.defaultValue()),
              DomainChecks.between(from, to));
      return change.isEmpty() ? null : change;
    }

    /** True when nothing changes. */
    public boolean isEmpty() {
      return type == null && nullable == null && defaultValue == null && checks.isEmpty();
    }

    /** The domain after the change. */
    public Domain applyTo(Domain domain) {
      return new Domain(
          domain.name(),
          type == null ? domain.type() : requireNonNull(type.to(), "to"),
          nullable == null ? domain.nullable() : requireNonNull(nullable.to(), "to"),
          defaultValue == null ? domain.defaultValue() : defaultValue.to(),
          DomainChecks.after(domain.checks(), checks));
    }

    @Override
    public <R> R accept(Operation.Visitor<R> visitor) {
      return visitor.alterDomain(this);
    }
  }

  /**
   * Renames a domain; the columns of it stay.
   *
   * @param from its name before
   * @param to its name after, in the same schema
   */
  record RenameDomain(QualifiedName from, QualifiedName to) implements TypeOperation {
    public RenameDomain {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public <R> R accept(Operation.Visitor<R> visitor) {
      return visitor.renameDomain(this);
    }
  }
}
