/** Katas: a learner's file held against its checks, inside limits. */
@NullMarked
package pykata.practice;

import org.jspecify.annotations.NullMarked;
