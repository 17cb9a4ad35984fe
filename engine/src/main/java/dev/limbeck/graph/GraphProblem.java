package dev.limbeck.graph;

/** What can be wrong with a set of revisions, or with a selector that is resolved against it. */
public enum GraphProblem {
  /** Nothing has that id, prefix or label. */
  UNKNOWN_REVISION("LMB-301"),
  /** What stands before the {@code @} names nothing. */
  UNKNOWN_BRANCH("LMB-302"),
  /** A prefix matches several ids or labels. */
  AMBIGUOUS_ID("LMB-303"),
  /** {@code branch@revision}, where the revision is not in the lineage of the branch. */
  NOT_IN_BRANCH("LMB-304"),
  /** One head is asked for and there are several. */
  MULTIPLE_HEADS("LMB-305"),
  /** A relative step leaves the graph, has the wrong sign, or is zero without a start. */
  RELATIVE_OUT_OF_RANGE("LMB-306"),
  /** A relative step meets a fork on its way up, or a mergepoint on its way down. */
  AMBIGUOUS_WALK("LMB-307"),
  /** {@code +n} could start from several rows. */
  AMBIGUOUS_UPGRADE("LMB-308"),
  /** {@code -n}, and not exactly one current revision that it can be counted from. */
  BRANCH_NOT_UNIQUE("LMB-309"),
  /** A target or the start of a range is not below the current state or the end of the range. */
  NOT_ANCESTOR("LMB-310"),
  /** {@code branch@revision}, where no child of the revision leads to that branch. */
  INVALID_DOWNGRADE_TARGET("LMB-311"),
  /** Among targets, or among rows, one is an ancestor of another. */
  OVERLAPPING_REVISIONS("LMB-312"),
  /** The parents of a revision lead back to it. */
  CYCLE("LMB-313"),
  /** A revision is its own parent. */
  SELF_LOOP("LMB-314"),
  /** Parents and dependencies of a revision lead back to it. */
  DEPENDENCY_CYCLE("LMB-315"),
  /** A revision depends on itself. */
  DEPENDENCY_SELF_LOOP("LMB-316"),
  /** A parent that names no revision, or a dependency that names no revision or label. */
  MISSING_REVISION("LMB-317"),
  /** Two revisions have the same id. */
  DUPLICATE_ID("LMB-318"),
  /** A label is declared twice, or equals an id. */
  DUPLICATE_LABEL("LMB-319"),
  /** An id is empty, too long, a word of selectors, or has a character that no id has. */
  ILLEGAL_ID("LMB-320"),
  /** {@code from:to} given to a command that works on a database. */
  RANGE_NOT_ALLOWED("LMB-321"),
  /** An offline downgrade without {@code from:to}. */
  RANGE_REQUIRED("LMB-322"),
  /** A range that is not {@code from:to}, or has an unusable part. */
  BAD_RANGE("LMB-323"),
  /** Emptying the version table and writing a script at once. */
  PURGE_WITH_SQL("LMB-324"),
  /** A new revision on a parent that is no head, without asking for a new branch. */
  NOT_A_HEAD("LMB-325"),
  /** A new revision with the same parent twice. */
  DUPLICATE_HEADS("LMB-326"),
  /** The database is not at all heads, and that was asked for. */
  NOT_AT_HEAD("LMB-327"),
  /** A row that is to be changed is in the version table more than once. */
  VERSION_TABLE_MISMATCH("LMB-328"),
  /** What is named, or what a revision is based on, is part of a squash. */
  SQUASHED_REVISION("LMB-329"),
  /** A label is empty, a word of selectors, or has a character that no label has. */
  ILLEGAL_LABEL("LMB-330");

  private final String code;

  GraphProblem(String code) {
    this.code = code;
  }

  /** The stable code of the error, such as {@code LMB-301}. */
  public String code() {
    return code;
  }
}
