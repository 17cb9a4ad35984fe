/**
 * The city library's entities.
 *
 * <p>Between them they use most of what JPA and Hibernate can map, so that one small schema shows
 * what Limbeck makes of each. Values of their own are embeddable records.
 */
@NullMarked
package dev.limbeck.sample.entity;

import org.jspecify.annotations.NullMarked;
