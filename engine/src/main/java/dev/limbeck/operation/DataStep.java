package dev.limbeck.operation;

/**
 * The author's own work on the data, run in its place between the other operations and in their
 * transaction.
 */
@FunctionalInterface
public interface DataStep {

  /**
   * Does the work.
   *
   * @throws Exception whatever goes wrong; the revision is rolled back
   */
  void run(DataAccess data) throws Exception;
}
