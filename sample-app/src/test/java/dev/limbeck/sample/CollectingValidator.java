package dev.limbeck.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.extract.spi.ColumnInformation;
import org.hibernate.tool.schema.extract.spi.SequenceInformation;
import org.hibernate.tool.schema.extract.spi.TableInformation;
import org.hibernate.tool.schema.internal.GroupedSchemaValidatorImpl;
import org.hibernate.tool.schema.internal.HibernateSchemaManagementTool;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.hibernate.tool.schema.spi.SchemaValidator;

/** Hibernate's schema validator, which goes on after what it found; its own stops at the first. */
final class CollectingValidator extends HibernateSchemaManagementTool {

  private static final long serialVersionUID = 1L;

  private final transient List<String> findings = new ArrayList<>();

  List<String> findings() {
    return findings.stream().sorted().toList();
  }

  @Override
  public SchemaValidator getSchemaValidator(Map<String, Object> options) {
    return new GroupedSchemaValidatorImpl(this, SchemaFilter.ALL) {

      @Override
      protected void validateTable(
          Table table,
          TableInformation found,
          Metadata metadata,
          ExecutionOptions execution,
          Dialect dialect) {
        collect(() -> super.validateTable(table, found, metadata, execution, dialect));
      }

      @Override
      protected void validateColumnType(
          Table table, Column column, ColumnInformation found, Metadata metadata, Dialect dialect) {
        collect(() -> super.validateColumnType(table, column, found, metadata, dialect));
      }

      @Override
      protected void validateSequence(Sequence sequence, SequenceInformation found) {
        collect(() -> super.validateSequence(sequence, found));
      }
    };
  }

  private void collect(Runnable validation) {
    try {
      validation.run();
    } catch (SchemaManagementException e) {
      findings.add(e.getMessage());
    }
  }
}
