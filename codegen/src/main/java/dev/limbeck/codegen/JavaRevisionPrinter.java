package dev.limbeck.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.limbeck.autogenerate.Review;
import dev.limbeck.autogenerate.RevisionDraft;
import dev.limbeck.autogenerate.RevisionPrinter;
import dev.limbeck.codegen.ClassLimits.NestedClass;
import dev.limbeck.codegen.ClassLimits.Part;
import dev.limbeck.codegen.SourceText.StaticImport;
import dev.limbeck.hook.JavaExpression;
import dev.limbeck.migration.Migration;
import dev.limbeck.migration.Revision;
import dev.limbeck.model.ColumnType;
import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a revision's class: its body reads as the story of the change, a statement for each
 * column, constraint and index, everything about one table in its block.
 *
 * <p>The class records the very operations that it was printed from, but that drops name what they
 * drop without saying what it is; constraints and indexes are dropped with their structure. Names
 * that are missing are given by the naming convention.
 */
public final class JavaRevisionPrinter implements RevisionPrinter {
  private static final int METHOD_BODY = 4;
  private static final int NESTED_METHOD_BODY = 6;
  private static final int LONGEST_LIST = 50;

  private final TypeForm types;

  /** Types are written as calls of {@link dev.limbeck.model.Types}. */
  public JavaRevisionPrinter() {
    this(type -> null);
  }

  /**
   * @param own how a project writes a type itself; null for the usual way
   */
  public JavaRevisionPrinter(Function<ColumnType, @Nullable JavaExpression> own) {
    this.types = new TypeForm(own);
  }

  @Override
  public String print(RevisionDraft draft) {
    Set<StaticImport> staticImports =
        new TreeSet<>(
            Comparator.comparing((StaticImport use) -> use.owner().canonicalName())
                .thenComparing(StaticImport::member));
    ClassComment comment = ClassComment.of(draft.message());
    TypeSpec type = type(draft, comment, staticImports);
    JavaFile.Builder file =
        JavaFile.builder(draft.packageName(), type).skipJavaLangImports(true).indent("  ");
    staticImports.forEach(use -> file.addStaticImport(use.owner(), use.member()));
    List<Operation> operations = new ArrayList<>(draft.upgrade());
    operations.addAll(draft.downgrade());
    return CarriedSource.putInto(comment.onOneLine(file.build().toString()), operations);
  }

  private TypeSpec type(
      RevisionDraft draft, ClassComment comment, Set<StaticImport> staticImports) {
    ClassLimits limits = new ClassLimits();
    List<Statement> upgrade = body("upgrade", draft.upgrade(), draft.upgradeReviews(), limits);
    List<Statement> downgrade =
        body("downgrade", draft.downgrade(), draft.downgradeReviews(), limits);
    boolean empty = draft.upgrade().isEmpty() && draft.downgrade().isEmpty();
    boolean joins = empty && draft.revises().size() > 1;
    TypeSpec.Builder type =
        TypeSpec.classBuilder(draft.className())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(Migration.class)
            .addJavadoc(comment.javadoc())
            .addAnnotation(annotation(draft))
            .addMethod(
                direction(
                    "upgrade",
                    upgrade,
                    joins
                        ? "Joins " + all(draft.revises()) + "; there is nothing else to do."
                        : empty
                            ? "Write the change here, such as op.execute(\"…\")."
                            : "There is nothing to do.",
                    staticImports))
            .addMethod(
                direction(
                    "downgrade",
                    downgrade,
                    empty && !joins
                        ? "Write here what undoes the change."
                        : "There is nothing to undo.",
                    staticImports));
    for (Part part : limits.parts()) {
      type.addMethod(
          part(part, METHOD_BODY, staticImports)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .build());
    }
    for (NestedClass nested : limits.nested()) {
      TypeSpec.Builder parts =
          TypeSpec.classBuilder(nested.name())
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
      for (Part part : nested.parts()) {
        parts.addMethod(
            part(part, NESTED_METHOD_BODY, staticImports).addModifiers(Modifier.STATIC).build());
      }
      type.addType(parts.build());
    }
    return type.build();
  }

  /** The ids where a comment has room for them. */
  private static String all(List<String> ids) {
    int last = ids.size() - 1;
    String all = String.join(", ", ids.subList(0, last)) + " and " + ids.get(last);
    return all.length() > LONGEST_LIST ? ids.size() + " branches" : all;
  }

  private List<Statement> body(
      String name, List<Operation> operations, List<Review> reviews, ClassLimits limits) {
    return limits.fit(
        name, OperationForm.OPERATIONS, "op", OperationForm.body(operations, types, reviews));
  }

  private static MethodSpec direction(
      String name, List<Statement> body, String ifEmpty, Set<StaticImport> staticImports) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(OperationForm.OPERATIONS, "op");
    return body.isEmpty()
        ? method.addCode("// $L\n", ifEmpty).build()
        : method.addCode(code(body, METHOD_BODY, staticImports)).build();
  }

  private static MethodSpec.Builder part(Part part, int base, Set<StaticImport> staticImports) {
    return MethodSpec.methodBuilder(part.name())
        .addParameter(part.parameterType(), part.parameter())
        .addCode(code(part.body(), base, staticImports));
  }

  private static CodeBlock code(List<Statement> body, int base, Set<StaticImport> staticImports) {
    SourceText text = new SourceText(base, staticImports);
    for (Statement statement : body) {
      statement.write(text, 0);
      text.newline(0);
    }
    return text.toCode();
  }

  /**
   * The annotation, on a line where it fits. Its values are given to JavaPoet as one, since
   * JavaPoet puts the closing parenthesis of several on a line of its own.
   */
  private static AnnotationSpec annotation(RevisionDraft draft) {
    List<String> values = new ArrayList<>();
    values.add("id = " + JavaString.literal(draft.id()));
    addValues(values, "revises", draft.revises());
    addValues(values, "dependsOn", draft.dependsOn());
    addValues(values, "branchLabels", draft.branchLabels());
    addValues(values, "replaces", draft.replaces());
    if (!draft.created().isEmpty()) {
      values.add("created = " + JavaString.literal(draft.created()));
    }
    if (!draft.message().isEmpty()) {
      values.add("message = " + JavaString.literal(draft.message()));
    }
    String line = String.join(", ", values);
    boolean fits = "@Revision()".length() + line.length() <= SourceText.WIDTH;
    return AnnotationSpec.builder(ClassName.get(Revision.class))
        .addMember("value", "$L", fits ? line : "\n" + String.join(",\n", values))
        .build();
  }

  private static void addValues(List<String> all, String name, List<String> values) {
    if (values.size() == 1) {
      all.add(name + " = " + JavaString.literal(values.get(0)));
    } else if (!values.isEmpty()) {
      all.add(
          name
              + " = {"
              + String.join(", ", values.stream().map(JavaString::literal).toList())
              + "}");
    }
  }
}
