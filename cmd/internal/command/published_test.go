package command

import (
	"strings"
	"testing"
)

// onFriday is an article that does not say when it was published, and a day that it
// reckons from that.
const onFriday = "“The bridge is safe,” Mara Quill said on Friday."

func TestPublished(t *testing.T) {
	for _, args := range []string{
		"-published=2024-02-03", "-published=2024-02-03T14:05:00Z", "-published=2024-02-03 14:05", "-published=3 Feb 2024 14:05", "-published=Sat, 03 Feb 2024 14:05:00 GMT",
		"-published=Sat, 3 Feb 2024 14:05:00 +0100", "-published=1706969100", "-published=1706969100000", "-published=February 3, 2024", " -published=2024-02-03",
		"-zone=Asia/Tokyo|-published=2024-02-03T16:00:00Z|", "-zone=+01:00|-published=3 Feb 2024 00:30", "-published=3 Feb 2024 00:30|-zone=+01:00",
	} {
		got := runWith(onFriday, append([]string{"parse", "-light"}, strings.Split(strings.Trim(args, " |"), "|")...)...)
		if got.Status != 0 || !strings.Contains(got.Stdout, `"value": "2024-02-02"`) {
			t.Errorf("%s: status %d, reported %q, printed %s", args, got.Status, got.Stderr, got.Stdout)
		}
	}
	for _, args := range []string{"-published=2016-13-01", "-published=2016-02-30", "-published=yesterday", "-published=2016", "-published=3/4/2024", "-published=3 Feb 2024 14:05 IST", "-zone=Nowhere", "-zone="} {
		if got := runWith(onFriday, "parse", args); got.Status != exitUsage {
			t.Errorf("%s: status %d, want %d", args, got.Status, exitUsage)
		}
	}
}

// TestPublishedField gives the date of each line of batch in another form.
func TestPublishedField(t *testing.T) {
	var lines strings.Builder
	values := []string{`"2024-02-03T14:05:00Z"`, `"3 Feb 2024 14:05"`, `1706969100`, `1706969100000`, `1706969100.5`, `"1706969100"`, `"Sat, 03 Feb 2024 14:05:00 GMT"`}
	for _, value := range values {
		lines.WriteString(`{"text": "` + onFriday + `", "published": ` + value + "}\n")
	}
	got := runWith(lines.String(), "batch", "-light")
	if got.Status != 0 || strings.Count(got.Stdout, `"sent":{"value":"2024-02-02"`) != len(values) {
		t.Errorf("status %d, reported %q, printed %s", got.Status, got.Stderr, got.Stdout)
	}
	got = runWith(`{"id": "a", "text": "`+onFriday+`", "published": "the other day"}`, "batch", "-light")
	if got.Status != exitInput || !strings.Contains(got.Stderr, `line 1 (id "a"): published: "the other day" is no date`) || !strings.Contains(got.Stdout, `"id":"a"`) {
		t.Errorf("status %d, reported %q, printed %s", got.Status, got.Stderr, got.Stdout)
	}
	got = runWith(`{"text": "x", "published": [2024]}`, "batch", "-light")
	if got.Status != exitInput || !strings.Contains(got.Stderr, "published is an array, neither a string nor a number") {
		t.Errorf("status %d, reported %q", got.Status, got.Stderr)
	}
}
