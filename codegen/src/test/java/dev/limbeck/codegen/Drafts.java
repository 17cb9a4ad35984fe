package dev.limbeck.codegen;

import dev.limbeck.autogenerate.RevisionDraft;
import dev.limbeck.operation.Operation;
import java.util.List;

/** Drafts of revisions for the tests. */
final class Drafts {
  private Drafts() {}

  static RevisionDraft of(List<Operation> upgrade, List<Operation> downgrade) {
    return of("Orders get a customer", upgrade, downgrade);
  }

  static RevisionDraft of(String message, List<Operation> upgrade, List<Operation> downgrade) {
    return new RevisionDraft(
        "3f2a91c07b4d",
        List.of("a1b2c3d4e5f6"),
        List.of(),
        List.of(),
        List.of(),
        "2026-11-21T07:15:00Z",
        message,
        "com.acme.db",
        "R20261121_0715_OrdersGetCustomer",
        upgrade,
        downgrade);
  }
}
