package dev.limbeck.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.autogenerate.RevisionDraft;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operation.OnlyOn;
import dev.limbeck.operation.Operation.RunJava;
import dev.limbeck.operation.WrittenStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarriedSourceTest {

  @Test
  void carried_source_stands_as_it_was_and_its_imports_come_along() {
    Operation spell =
        new RunJava(
            "spell",
            new WrittenStep(
                """
                "spell", db -> {
                      db.update(\"""
                          UPDATE book SET title = ? -- $1 $L $$
                          \""", List.of("x"));
                    }""",
                List.of("java.util.List", "dev.limbeck.migration.Migration")));
    Operation only =
        new OnlyOn(
            "sqlite",
            List.of(
                new RunJava(
                    "count",
                    new WrittenStep(
                        "\"count\", db -> max(1, 2)", List.of("static java.lang.Math.max")),
                    "SELECT max(1, 2)",
                    null)));
    RevisionDraft plain = Drafts.of("Spell", List.of(spell, only), List.of());

    assertThat(
            new JavaRevisionPrinter()
                .print(
                    new RevisionDraft(
                        "b",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("a", "b"),
                        plain.created(),
                        plain.message(),
                        plain.packageName(),
                        plain.className(),
                        plain.upgrade(),
                        plain.downgrade())))
        .isEqualTo(
            """
            package com.acme.db;

            import static java.lang.Math.max;

            import dev.limbeck.migration.Migration;
            import dev.limbeck.migration.Operations;
            import dev.limbeck.migration.Revision;
            import java.util.List;

            /** Spell. */
            @Revision(id = "b", replaces = {"a", "b"}, created = "2026-11-21T07:15:00Z", message = "Spell")
            public final class R20261121_0715_OrdersGetCustomer implements Migration {
              @Override
              public void upgrade(Operations op) {
                op.run("spell", db -> {
                  db.update(\"""
                      UPDATE book SET title = ? -- $1 $L $$
                      \""", List.of("x"));
                });
                op.onlyOn("sqlite", o -> {
                  o.run("count", db -> max(1, 2)).sql("SELECT max(1, 2)");
                });
              }

              @Override
              public void downgrade(Operations op) {
                // There is nothing to undo.
              }
            }
            """);
  }
}
