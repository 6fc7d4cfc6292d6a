// Package suffix knows the top-level domains and the public suffixes under
// which registries delegate names ("com", "co.uk").
//
// Its table is a constant string searched in place: it costs nothing at
// start-up and holds no heap.
package suffix

import "strings"

//go:generate go run -C gen . -list testdata/public_suffix_list.dat.gz -out ../table.go

// IsTopLevel reports whether label, in lower case, as written or in Punycode,
// is a top-level domain. Some, such as "za", have no rule of their own but only
// rules below them.
func IsTopLevel(label string) bool {
	rule := atOrAfter(label)
	return label != "" && strings.HasPrefix(rule, label) && (len(rule) == len(label) || rule[len(label)] == '.')
}

// IsPublic reports whether registries delegate names directly under
// second.top, both labels in lower case, as they do under "co.uk".
func IsPublic(second, top string) bool {
	if second == "" || top == "" {
		return false
	}
	name := top + "." + second
	if listed("!" + name) {
		return false
	}
	return listed(name) || listed(top+".*")
}

func listed(rule string) bool { return atOrAfter(rule) == rule }

// atOrAfter returns the first line of the table that does not sort before
// rule, by bisection; it is empty if all do.
func atOrAfter(rule string) string {
	low, high := 0, len(rules)-1 // both are line ends; all before low sorts before rule
	for low < high {
		middle := low + (high-low)/2
		start := strings.LastIndexByte(rules[low:middle+1], '\n') + low
		end := start + 1 + strings.IndexByte(rules[start+1:], '\n')
		if rules[start+1:end] < rule {
			low = end
		} else {
			high = start
		}
	}
	line, _, _ := strings.Cut(rules[low+1:], "\n")
	return line
}
