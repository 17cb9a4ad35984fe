package dev.limbeck.scanner.bridge;

/** Boots Hibernate's metadata; the part of the scanner that links with Hibernate implements it. */
public interface SchemaBoot {

  /**
   * Reads an entity of its own, so that what Hibernate sets up at its first use is there when the
   * real ones are read. Runs no code of the user.
   *
   * @param dialect the dialect that will be asked for
   */
  void warmUp(String dialect);

  /**
   * Reads the entities under one dialect, without any connection.
   *
   * @throws dev.limbeck.LimbeckException LMB-111, LMB-112 where a class does not load, LMB-114
   *     where the entities do not map, LMB-116 where the dialect lacks a type, LMB-119 where a
   *     composite type is wanted
   */
  BootedSchema boot(BootRequest request);
}
