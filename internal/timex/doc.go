// Package timex finds the time expressions of a text and gives them values.
//
// In go the tokens of the text, out comes first a list of expressions ([Scan]),
// then, with the day of publication and what the page tells of stamps, a list of
// timestamps ([Resolve]). The two are apart because the layout of the page is
// read from the expressions, and tells in turn which of them are stamps.
//
// It knows the closed vocabulary of English time expressions, some feasts and
// time zones, and the Gregorian calendar, and reads no clock, locale or time
// zone database: the answer depends on its arguments alone. Marks and capitals
// are evidence where they stand, never a requirement. Time and memory are linear
// in the length of the text.
//
// Types and values are those of TIMEX3 in TimeML 1.2.1 (Pustejovsky et al.,
// "TimeML: Robust Specification of Event and Temporal Expressions in Text",
// 2003). What counts as an expression, and where it begins and ends, follows the
// annotators of TimeBank and AQUAINT; the lists of neighbouring words are made
// from those texts and from news.
package timex
