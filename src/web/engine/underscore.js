// The two functions that the package natural uses of underscore, of which the page would otherwise carry all.
export const extend = Object.assign;

/** The entry for which `by` is smallest, the first of equals. */
export const min = (list, by) => list.reduce((least, one) => by(one) < by(least) ? one : least);
