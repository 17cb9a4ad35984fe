/** The settings of a project: {@code limbeck.properties}, the environment, the database's URL. */
@NullMarked
package dev.limbeck.config;

import org.jspecify.annotations.NullMarked;
