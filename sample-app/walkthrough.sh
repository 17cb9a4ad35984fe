#!/bin/sh
# Takes a change of an entity through Limbeck: compile, generate the revision, read it, apply it, undo it.
# Works in a copy of the sample application; the checkout stays as it is. Builds Limbeck first where needed.
#
#   sample-app/walkthrough.sh
#
#   DATABASE_URL   an empty database to work on; a new SQLite file where it is not set
#   LIMBECK_HOME   an unpacked distribution to use instead of the one of this checkout
set -eu

root=$(cd "$(dirname "$0")/.." && pwd -P)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

limbeck() {
  if [ -n "${LIMBECK_HOME:-}" ]; then
    "$LIMBECK_HOME/bin/limbeck" "$@"
  else
    "$root/limbeck" "$@"
  fi
}

javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac

# Prints a command as one would type it, and runs it.
show() {
  printf '\n$'
  for word in "$@"; do
    case $word in
      *" "*) printf ' "%s"' "$word" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
  printf '\n'
  "$@"
}

# Compiles the application with the libraries that Limbeck brings, as Maven would.
compile() {
  home=${LIMBECK_HOME:-$root/cli/target/limbeck}
  find src/main/java -name '*.java' > sources.txt
  "$javac" -proc:none -parameters -d target/classes -cp "$home/lib/*:$home/lib/hibernate/*" @sources.txt
}

# Builds where needed, before anything is compiled.
limbeck --version > "$copy/version.txt"
mkdir -p "$copy/src"
cp -R "$root/sample-app/src/main" "$copy/src/main"
cp "$root/sample-app/limbeck.properties" "$copy"
cd "$copy"
compile

printf 'The database gets the revisions that are there.\n'
show limbeck history
show limbeck upgrade head
show limbeck check

printf '\nAuthors get a year of death.\n'
author=src/main/java/dev/limbeck/sample/entity/Author.java
sed 's/^  private @Nullable Short born;$/&\
\
  \/** Year of death. *\/\
  @Column(name = "died")\
  private @Nullable Short died;/' "$author" > Author.changed
show diff "$author" Author.changed || true
mv Author.changed "$author"
compile

show limbeck check || true
show limbeck revision --autogenerate -m "authors have a year of death"
show cat src/main/java/dev/limbeck/sample/migrations/R*_AuthorsHaveAYearOfDeath.java
show limbeck upgrade head
show limbeck check
show limbeck downgrade -1
show limbeck current
show limbeck upgrade head
show limbeck check
