// Package suffix knows the top-level domains and the public suffixes under
// which registries delegate names ("com", "co.uk").
//
// Its table is a constant string searched in place: it costs nothing at
// start-up and holds no heap.
package suffix

import "strings"

//go:generate go run -C gen . -list testdata/public_suffix_list.dat.gz -out ../table.go

// IsTopLevel reports whether label, in lower case, as written or in Punycode,
// is a top-level domain.
func IsTopLevel(label string) bool {
	return label != "" && listed(label) || listed(label+".*")
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

// listed reports whether rule stands in the table, by bisection.
func listed(rule string) bool {
	low, high := 0, len(rules)-1 // rules[low] and rules[high] are line ends
	for high-low > 1 {
		middle := low + (high-low)/2
		start := strings.LastIndexByte(rules[low:middle+1], '\n') + low
		end := start + 1 + strings.IndexByte(rules[start+1:], '\n')
		switch line := rules[start+1 : end]; {
		case line == rule:
			return true
		case line < rule:
			low = end
		default:
			high = start
		}
	}
	return false
}
