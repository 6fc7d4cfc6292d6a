// Package leaftest changes every value within another, one after the other, so that a
// test sees whether what it tests tells of each. Only tests import it; it is a package
// because the tests of several packages do.
package leaftest

import (
	"fmt"
	"reflect"
	"testing"
	"time"
)

// Each calls check with every value within v changed, one after the other, and tells it
// the path to the value, which begins with path. Pointers are made nil besides, and
// lists lose their last item. An empty value, but for an index, can change into nothing
// that tells it from others, and marks t as failed. Afterwards v is what it was.
func Each(t *testing.T, path string, v reflect.Value, check func(path string)) {
	t.Helper()
	if v.IsZero() && v.Kind() != reflect.Int {
		t.Errorf("%s has no value to change", path)
	}
	old := reflect.New(v.Type()).Elem()
	old.Set(v)
	defer v.Set(old)
	if _, isTime := v.Interface().(time.Time); isTime {
		v.Set(reflect.ValueOf(time.Date(1999, 1, 1, 0, 0, 0, 1, time.UTC)))
		check(path)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			Each(t, path+"."+v.Type().Field(i).Name, v.Field(i), check)
		}
	case reflect.Pointer:
		copied := reflect.New(v.Type().Elem())
		copied.Elem().Set(v.Elem())
		v.Set(copied)
		Each(t, path, v.Elem(), check)
		v.SetZero()
		check(path)
	case reflect.Slice:
		for i := range v.Len() {
			Each(t, fmt.Sprintf("%s[%d]", path, i), v.Index(i), check)
		}
		v.SetLen(v.Len() - 1)
		check(path)
	case reflect.String:
		v.SetString(v.String() + " more")
		check(path)
	case reflect.Int:
		v.SetInt(v.Int() + 1)
		check(path)
	case reflect.Float64:
		v.SetFloat(v.Float() - 0.01)
		check(path)
	case reflect.Bool:
		v.SetBool(!v.Bool())
		check(path)
	default:
		t.Fatalf("%s is a %s", path, v.Kind())
	}
}
