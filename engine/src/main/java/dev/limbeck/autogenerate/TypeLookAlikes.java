package dev.limbeck.autogenerate;

import dev.limbeck.autogenerate.LookAlike.Kind;
import dev.limbeck.model.DatabaseModel;
import dev.limbeck.model.EnumType;
import dev.limbeck.model.Identifier;
import dev.limbeck.model.QualifiedName;
import dev.limbeck.operation.LabelChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.TypeOperation.CreateEnumType;
import dev.limbeck.operation.TypeOperation.DropEnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Finds enumerated types and labels that go and come and may be one with another name: types that
 * share at least half of their labels; labels of one type where one goes and one comes, at the same
 * place, or of a similar name.
 */
final class TypeLookAlikes {
  private static final double NAME = 0.4;
  private static final double ALONE = 0.3;
  private static final double SAME_PLACE = 0.2;
  private static final double ALIKE_NAMES = 0.5;
  private static final double SHARED_LABELS = 0.5;

  private final DatabaseModel before;
  private final DatabaseModel wanted;

  /**
   * @param before what there is, in neutral terms, certain renames made
   * @param wanted what the entities want
   */
  TypeLookAlikes(DatabaseModel before, DatabaseModel wanted) {
    this.before = before;
    this.wanted = wanted;
  }

  /** The pairs, types that the operations drop and create among them. */
  List<LookAlike> in(List<Operation> operations) {
    List<LookAlike> found = new ArrayList<>();
    for (Operation drop : operations) {
      for (Operation create : operations) {
        if (drop instanceof DropEnumType dropped
            && dropped.type() != null
            && create instanceof CreateEnumType created) {
          types(found, dropped.type(), created.type());
        }
      }
    }
    for (EnumType type : wanted.enumTypes()) {
      EnumType old = before.enumType(type.name());
      if (old != null) {
        labels(found, old, new LabelChange(old.labels(), type.labels()));
      }
    }
    return found;
  }

  private static void types(List<LookAlike> found, EnumType old, EnumType now) {
    long shared = old.labels().stream().filter(now.labels()::contains).count();
    double part = (double) shared / Math.max(1, Math.max(old.labels().size(), now.labels().size()));
    if (part >= SHARED_LABELS && Objects.equals(old.name().schema(), now.name().schema())) {
      found.add(
          new LookAlike(
              Kind.TYPE,
              old.name(),
              null,
              now.name(),
              NAME * NameLikeness.of(old.name().name(), now.name().name()) + (1 - NAME) * part,
              List.of(shared + " of " + old.labels().size() + " labels are the same")));
    }
  }

  private static void labels(List<LookAlike> found, EnumType type, LabelChange change) {
    boolean alone = change.removed().size() == 1 && change.added().size() == 1;
    for (String from : change.removed()) {
      for (String to : change.added()) {
        if (from.isEmpty() || to.isEmpty()) {
          continue;
        }
        double likeness = NameLikeness.of(Identifier.quoted(from), Identifier.quoted(to));
        boolean samePlace =
            Objects.equals(
                behind(change.from(), from, change.to()), behind(change.to(), to, change.from()));
        List<String> evidence = new ArrayList<>();
        if (alone) {
          evidence.add("one label goes, one comes");
        }
        if (likeness >= ALIKE_NAMES) {
          evidence.add("similar name");
        }
        if (samePlace) {
          evidence.add("same place in the type");
        }
        if (!evidence.isEmpty()) {
          found.add(
              new LookAlike(
                  Kind.LABEL,
                  type.name(),
                  Identifier.quoted(from),
                  new QualifiedName(null, Identifier.quoted(to)),
                  NAME * likeness + (alone ? ALONE : 0) + (samePlace ? SAME_PLACE : 0),
                  evidence));
        }
      }
    }
  }

  /** The label of both lists behind which one stands, or an empty text for the first place. */
  private static String behind(List<String> labels, String label, List<String> others) {
    String behind = "";
    for (String each : labels.subList(0, labels.indexOf(label))) {
      behind = others.contains(each) ? each : behind;
    }
    return behind;
  }
}
