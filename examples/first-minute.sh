#!/bin/sh
# The main job on SQLite, from two entities to a database and back, in a directory of its own.
# Builds Limbeck first where needed; needs a JDK 17 or newer, and Maven for the build.
#
#   examples/first-minute.sh [DIRECTORY]
#
#   LIMBECK_HOME   an unpacked distribution to use instead of the one of this checkout
set -eu

root=$(cd "$(dirname "$0")/.." && pwd -P)
shop=${1:-$(mktemp -d)/shop}
if [ -e "$shop" ]; then
  echo "$shop is there already: name a directory that is not." >&2
  exit 1
fi

limbeck() {
  if [ -n "${LIMBECK_HOME:-}" ]; then
    "$LIMBECK_HOME/bin/limbeck" "$@"
  else
    "$root/limbeck" "$@"
  fi
}

javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac

# Only SQLite, in that directory, whatever the environment says.
unset DATABASE_URL

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

# Compiles the entities with the Hibernate that Limbeck brings, as Maven or Gradle would.
compile() {
  "$javac" -d target/classes -cp "${LIMBECK_HOME:-$root/cli/target/limbeck}/lib/hibernate/*" \
    src/main/java/com/acme/shop/*.java
}

limbeck --version
mkdir -p "$shop"
cp -R "$root/examples/shop/src" "$shop"
cd "$shop"
compile

show cat src/main/java/com/acme/shop/Order.java
show limbeck init
show limbeck revision --autogenerate -m "first tables"
show cat migrations/R*_FirstTables.java
show limbeck upgrade head
show limbeck check

printf '\nOrders can now be returned.\n'
sed 's/SHIPPED }/SHIPPED, RETURNED }/' src/main/java/com/acme/shop/Order.java > Order.changed
mv Order.changed src/main/java/com/acme/shop/Order.java
compile

show limbeck revision --autogenerate -m "orders are returned"
show cat migrations/R*_OrdersAreReturned.java
show limbeck upgrade head
show limbeck check
show limbeck downgrade -1
show limbeck upgrade head
show limbeck history -i

printf '\nAll of it is in %s\n' "$shop"
