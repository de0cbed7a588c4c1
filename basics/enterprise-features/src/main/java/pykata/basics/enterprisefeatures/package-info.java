/** A Java host whose pricing rules, check-out and architecture gate are Python. */
@NullMarked
package pykata.basics.enterprisefeatures;

import org.jspecify.annotations.NullMarked;
