package dev.limbeck.migration;

import static dev.limbeck.migration.TableRecorder.identifiers;
import static dev.limbeck.migration.TableRecorder.index;

import dev.limbeck.model.Check;
import dev.limbeck.model.CheckCondition;
import dev.limbeck.model.Column;
import dev.limbeck.model.ColumnType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.Index;
import dev.limbeck.model.IndexPart;
import dev.limbeck.model.PrimaryKey;
import dev.limbeck.model.Unique;
import dev.limbeck.operation.Changed;
import dev.limbeck.operation.TableAlteration;
import dev.limbeck.operation.TableAlteration.AddColumn;
import dev.limbeck.operation.TableAlteration.AddConstraint;
import dev.limbeck.operation.TableAlteration.AddIndex;
import dev.limbeck.operation.TableAlteration.AlterCheck;
import dev.limbeck.operation.TableAlteration.AlterComment;
import dev.limbeck.operation.TableAlteration.DropColumn;
import dev.limbeck.operation.TableAlteration.DropConstraint;
import dev.limbeck.operation.TableAlteration.DropIndex;
import dev.limbeck.operation.TableAlteration.RenameColumn;
import dev.limbeck.operation.TableAlteration.RenameConstraint;
import dev.limbeck.operation.TableAlteration.RenameIndex;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what the body of an {@code alterTable} says. */
final class ChangeRecorder implements TableChange {
  private final RecordedList<TableAlteration> recorded = new RecordedList<>();

  List<TableAlteration> alterations(Map<Object, SourceLine> lines) {
    return recorded.done(lines);
  }

  @Override
  public ColumnDefinition addColumn(String name, ColumnType type) {
    return new ColumnDefinition(
        Column.of(name, type),
        recorded.slot(definition -> new AddColumn(definition.column(), definition.fill())));
  }

  @Override
  public void dropColumn(String name) {
    recorded.add(new DropColumn(Identifier.parse(name), null));
  }

  @Override
  public void renameColumn(String from, String to) {
    recorded.add(new RenameColumn(Identifier.parse(from), Identifier.parse(to)));
  }

  @Override
  public ColumnChange alterColumn(String name) {
    return new ColumnChange(Identifier.parse(name), recorded.slot(change -> change));
  }

  @Override
  public void addPrimaryKey(String name, String... columns) {
    recorded.add(new AddConstraint(new PrimaryKey(Identifier.parse(name), identifiers(columns))));
  }

  @Override
  public UniqueDefinition addUnique(String name, String... columns) {
    return new UniqueDefinition(
        Unique.of(Identifier.parse(name), identifiers(columns)), recorded.slot(AddConstraint::new));
  }

  @Override
  public ForeignKeyDefinition addForeignKey(String name, String... columns) {
    return new ForeignKeyDefinition(
        Identifier.parse(name), identifiers(columns), recorded.slot(AddConstraint::new));
  }

  @Override
  public void addCheck(String name, String sql) {
    addCheck(name, CheckCondition.sql(sql));
  }

  @Override
  public void addCheck(String name, CheckCondition condition) {
    recorded.add(new AddConstraint(new Check(Identifier.parse(name), condition)));
  }

  @Override
  public IndexDefinition addIndex(String name, String... columns) {
    return add(index(name, false, columns));
  }

  @Override
  public IndexDefinition addIndex(String name, IndexPart first, IndexPart... more) {
    return add(index(name, false, first, more));
  }

  @Override
  public IndexDefinition addUniqueIndex(String name, String... columns) {
    return add(index(name, true, columns));
  }

  @Override
  public IndexDefinition addUniqueIndex(String name, IndexPart first, IndexPart... more) {
    return add(index(name, true, first, more));
  }

  @Override
  public void dropPrimaryKey(String name, String... columns) {
    recorded.add(DropConstraint.of(new PrimaryKey(Identifier.parse(name), identifiers(columns))));
  }

  @Override
  public UniqueDefinition dropUnique(String name, String... columns) {
    return new UniqueDefinition(
        Unique.of(Identifier.parse(name), identifiers(columns)), recorded.slot(DropConstraint::of));
  }

  @Override
  public ForeignKeyDefinition dropForeignKey(String name, String... columns) {
    return new ForeignKeyDefinition(
        Identifier.parse(name), identifiers(columns), recorded.slot(DropConstraint::of));
  }

  @Override
  public void dropCheck(String name, String sql) {
    dropCheck(name, CheckCondition.sql(sql));
  }

  @Override
  public void dropCheck(String name, CheckCondition condition) {
    recorded.add(DropConstraint.of(new Check(Identifier.parse(name), condition)));
  }

  @Override
  public CheckChange alterCheck(String name, String from, String to) {
    return alterCheck(name, CheckCondition.sql(from), CheckCondition.sql(to));
  }

  @Override
  public CheckChange alterCheck(String name, CheckCondition from, CheckCondition to) {
    return new CheckChange(
        new AlterCheck(Identifier.parse(name), new Changed<>(from, to), Map.of()),
        recorded.slot(change -> change));
  }

  @Override
  public void dropConstraint(String name) {
    recorded.add(new DropConstraint(Identifier.parse(name), null));
  }

  @Override
  public void dropIndex(String name) {
    recorded.add(new DropIndex(Identifier.parse(name), null));
  }

  @Override
  public IndexDefinition dropIndex(String name, String column, String... more) {
    return drop(index(name, false, IndexPart.column(column), parts(more)));
  }

  @Override
  public IndexDefinition dropIndex(String name, IndexPart first, IndexPart... more) {
    return drop(index(name, false, first, more));
  }

  @Override
  public IndexDefinition dropUniqueIndex(String name, String column, String... more) {
    return drop(index(name, true, IndexPart.column(column), parts(more)));
  }

  @Override
  public IndexDefinition dropUniqueIndex(String name, IndexPart first, IndexPart... more) {
    return drop(index(name, true, first, more));
  }

  @Override
  public void renameConstraint(String from, String to) {
    recorded.add(new RenameConstraint(Identifier.parse(from), Identifier.parse(to)));
  }

  @Override
  public void renameIndex(String from, String to) {
    recorded.add(new RenameIndex(Identifier.parse(from), Identifier.parse(to)));
  }

  @Override
  public void comment(@Nullable String from, @Nullable String to) {
    recorded.add(new AlterComment(new Changed<>(from, to)));
  }

  private static IndexPart[] parts(String... columns) {
    return Stream.of(columns).map(IndexPart::column).toArray(IndexPart[]::new);
  }

  private IndexDefinition add(Index index) {
    Consumer<AddIndex> slot = recorded.slot(alteration -> alteration);
    return new IndexDefinition(
        index, (built, concurrently) -> slot.accept(new AddIndex(built, concurrently)));
  }

  private IndexDefinition drop(Index index) {
    Consumer<DropIndex> slot = recorded.slot(alteration -> alteration);
    return new IndexDefinition(
        index, (dropped, concurrently) -> slot.accept(DropIndex.of(dropped, concurrently)));
  }
}
