package dev.limbeck.codegen;

/**
 * How much room a piece of source takes in a class file, never less than it really does.
 *
 * @param code bytes of the method that it stands in
 * @param constants entries of the constant pool of its class
 */
record Cost(int code, int constants) {
  static final Cost NONE = new Cost(0, 0);

  Cost plus(Cost other) {
    return new Cost(code + other.code, constants + other.constants);
  }
}
