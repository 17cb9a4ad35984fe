package dev.limbeck.command;

import dev.limbeck.testsupport.TestDatabase;
import dev.limbeck.testsupport.TestPostgres;

class ScriptLawOnPostgresTest extends ScriptLaw {
  @Override
  TestDatabase fresh() {
    return TestPostgres.freshDatabase();
  }

  @Override
  String dialect() {
    return "postgresql";
  }
}
