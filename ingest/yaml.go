package ingest

import (
	"fmt"
	"time"
)

// yamlText returns a value of YAML as text: a string, the first of several, a number, or
// the time that YAML has made of a date.
func yamlText(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case time.Time:
		if value.Equal(value.Truncate(24*time.Hour)) && value.Location() == time.UTC {
			return value.Format(time.DateOnly)
		}
		return value.Format(time.RFC3339Nano)
	case int, int64, uint64, float64:
		return fmt.Sprint(value)
	case []any:
		if len(value) > 0 {
			return yamlText(value[0])
		}
	}
	return ""
}
