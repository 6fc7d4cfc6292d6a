package main

import "math"

// An operand is a vector register or a constant.
type operand struct {
	register int
	constant uint32 // its bits, where register is -1
}

func in(register int) operand      { return operand{register: register} }
func float(value float32) operand  { return operand{-1, math.Float32bits(value)} }
func whole(value uint32) operand   { return operand{-1, value} }
func (o operand) isConstant() bool { return o.register < 0 }

// A machine writes the operations of one instruction set. All of its vectors
// hold float32 or int32; registers 0 to 11 are free.
type machine interface {
	// begin begins a function of rows and elements; end ends it.
	begin(name, comment string, f frame)
	end(f frame)
	load(to int, p pointer, widths int) // from the pointer, and so many widths of a row beyond it
	loadBytes(to int, p pointer)        // int8, as int32
	store(from int, p pointer)
	spread(to, field int) // a float32 of the arguments, in all lanes
	operate(o operation, a int, b operand, to int)
	truncate(from, to int) // float32 to int32
	convert(from, to int)  // int32 to float32
	shiftLeft(by, from, to int)
	inverse(of, to int) // one divided by it
}

// An operation takes two vectors to a third.
type operation int

const (
	multiply operation = iota
	add
	subtract
	larger
	smaller
	addWhole
	and
	or
	exclusiveOr
)

// A pointer walks over the elements of a row, and from row to row.
type pointer struct {
	place int // among the function's pointers
	field int // of the arguments, where it begins
	extra int // a field of the arguments that is added to it so many times: see times
	times int
	step  int // a field, the bytes from row to row; -1 for the same row again
	size  int // bytes of an element
}

// A frame is what a function of rows and elements walks over.
type frame struct {
	pointers    []pointer
	width, rows int  // fields: bytes of a row of float32, and number of rows
	widths      int  // most widths beyond a pointer
	constants   bool // whether it needs any
}

func elements(m machine, suffix string) {
	recurrence(m, "recur"+suffix)
	gating(m, "gate"+suffix)
	addBytes(m, "addBytes"+suffix)
	addFloats(m, "addFloats"+suffix)
	exponentiate(m, "exponentiate"+suffix)
	activate(m, "activate"+suffix)
}

// recurrence writes the steps of a recurrent unit over rows of words.
func recurrence(m machine, name string) {
	out := pointer{place: 0, field: recurrenceOut, step: recurrenceOutStep, size: 4}
	input := pointer{place: 1, field: recurrenceIn, step: recurrenceInStep, size: 4}
	product := pointer{place: 2, field: recurrenceProduct, step: recurrenceProductStep, size: 4}
	gates := pointer{place: 3, field: recurrenceGates, step: -1, size: 4}
	state := pointer{place: 4, field: recurrenceState, step: -1, size: 4}
	f := frame{[]pointer{out, input, product, gates, state}, recurrenceWidth, recurrenceRows, 3, true}
	const before, candidate, now = 0, 1, 10
	forget, reset := chain{2, 3, 4, 5}, chain{6, 7, 8, 9}
	m.begin(name, "is recur of the reference.", f)
	m.load(before, state, 0)
	for k, c := range []chain{forget, reset} {
		m.load(c.a, gates, k)
		m.operate(multiply, c.a, in(before), c.a)
		m.load(c.b, product, 1+k)
		m.operate(add, c.b, in(c.a), c.a)
		m.load(c.b, gates, 2+k)
		m.operate(add, c.a, in(c.b), c.a)
	}
	sigmoids(m, forget, reset)
	m.load(candidate, product, 0)
	m.operate(subtract, before, in(candidate), before)
	m.operate(multiply, forget.a, in(before), before)
	m.operate(add, candidate, in(before), now)
	m.store(now, state)
	m.load(candidate, input, 0)
	m.operate(subtract, now, in(candidate), now)
	m.operate(multiply, reset.a, in(now), now)
	m.operate(add, candidate, in(now), now)
	m.store(now, out)
	m.end(f)
}

// gating writes the sum and the gate of the convolution.
func gating(m machine, name string) {
	out := pointer{place: 0, field: gatingOut, step: gatingOutStep, size: 4}
	bias := pointer{place: 1, field: gatingBias, step: -1, size: 4}
	parts := []pointer{
		{place: 2, field: gatingSums, step: gatingSumsStep, size: 4},
		{place: 3, field: gatingSums, step: gatingSumsStep, size: 4, extra: gatingPartStep, times: 1},
		{place: 4, field: gatingSums, step: gatingSumsStep, size: 4, extra: gatingPartStep, times: 2},
	}
	f := frame{append([]pointer{out, bias}, parts...), gatingWidth, gatingRows, 1, true}
	const value, part = 0, 1
	gate := chain{2, 3, 4, 5}
	m.begin(name, "is gate of the reference.", f)
	for k, to := range []int{value, gate.a} {
		m.load(to, bias, k)
		for _, p := range parts {
			m.load(part, p, k)
			m.operate(add, to, in(part), to)
		}
	}
	sigmoids(m, gate)
	m.operate(multiply, value, in(gate.a), value)
	m.store(value, out)
	m.end(f)
}

// addBytes writes the sum of a row of float32 and a scaled row of int8.
func addBytes(m machine, name string) {
	to := pointer{place: 0, field: additionTo, step: -1, size: 4}
	row := pointer{place: 1, field: additionRow, step: -1, size: 1}
	f := frame{[]pointer{to, row}, additionWidth, -1, 0, false}
	m.begin(name, "is addBytes of the reference.", f)
	m.spread(2, additionScale)
	m.loadBytes(0, row)
	m.convert(0, 0)
	m.operate(multiply, 0, in(2), 0)
	m.load(1, to, 0)
	m.operate(add, 1, in(0), 1)
	m.store(1, to)
	m.end(f)
}

// addFloats writes the sum of two rows of float32.
func addFloats(m machine, name string) {
	to := pointer{place: 0, field: additionTo, step: -1, size: 4}
	row := pointer{place: 1, field: additionRow, step: -1, size: 4}
	f := frame{[]pointer{to, row}, additionWidth, -1, 0, false}
	m.begin(name, "is addFloats of the reference.", f)
	m.load(0, to, 0)
	m.load(1, row, 0)
	m.operate(add, 0, in(1), 0)
	m.store(0, to)
	m.end(f)
}

// exponentiate writes the exponentials of a row.
func exponentiate(m machine, name string) {
	row := pointer{place: 0, field: additionTo, step: -1, size: 4}
	f := frame{[]pointer{row}, additionWidth, -1, 0, true}
	c := chain{0, 1, 2, 3}
	m.begin(name, "is Exponential of the reference, of each number.", f)
	m.load(c.a, row, 0)
	exponentials(m, c)
	m.store(c.c, row)
	m.end(f)
}

// activate writes GELU of rows and a bias.
func activate(m machine, name string) {
	to := pointer{place: 0, field: activationTo, step: activationWidth, size: 4}
	bias := pointer{place: 1, field: activationBias, step: -1, size: 4}
	f := frame{[]pointer{to, bias}, activationWidth, activationRows, 0, true}
	m.begin(name, "is activate of the reference.", f)
	const value, added = 0, 1
	m.load(value, to, 0)
	m.load(added, bias, 0)
	m.operate(add, value, in(added), value)
	gelus(m, value, chain{1, 2, 3, 4})
	m.store(value, to)
	m.end(f)
}

// gelus writes GELU of the reference for a register.
func gelus(m machine, value int, c chain) {
	m.operate(multiply, value, in(value), c.a)
	m.operate(multiply, c.a, float(0.0713548163), c.a)
	m.operate(add, c.a, float(1.5957691216), c.a)
	m.operate(multiply, c.a, in(value), c.a)
	sigmoids(m, c)
	m.operate(multiply, value, in(c.a), value)
}

// A chain is the registers of one exponential or sigmoid: a has the argument.
type chain struct {
	a, b, c, d int
}

// sigmoids writes Sigmoid of the reference for several registers, in a.
func sigmoids(m machine, chains ...chain) {
	for _, c := range chains {
		m.operate(exclusiveOr, c.a, whole(1<<31), c.a)
	}
	exponentials(m, chains...)
	for _, c := range chains {
		m.operate(add, c.c, float(1), c.c)
	}
	for _, c := range chains {
		m.inverse(c.c, c.a)
	}
}

// exponentials writes Exponential of the reference for several registers, in c.
// The chains' operations alternate, as each waits for the one before it.
func exponentials(m machine, chains ...chain) {
	each := func(write func(c chain)) {
		for _, c := range chains {
			write(c)
		}
	}
	apply := func(o operation, value operand) {
		each(func(c chain) { m.operate(o, c.a, value, c.a) })
	}
	apply(larger, float(-87))
	apply(smaller, float(88))
	// The whole number nearest to a·log2 e goes into b, and what it leaves into a.
	each(func(c chain) { m.operate(multiply, c.a, float(1.44269504), c.b) })
	each(func(c chain) { m.operate(and, c.b, whole(1<<31), c.c) })
	each(func(c chain) { m.operate(or, c.c, float(0.5), c.c) })
	each(func(c chain) { m.operate(add, c.b, in(c.c), c.b) })
	each(func(c chain) { m.truncate(c.b, c.b) })
	each(func(c chain) { m.convert(c.b, c.c) })
	for _, part := range []float32{0.693359375, -2.12194440e-4} {
		each(func(c chain) { m.operate(multiply, c.c, float(part), c.d) })
		each(func(c chain) { m.operate(subtract, c.a, in(c.d), c.a) })
	}
	// The polynomial, in c.
	each(func(c chain) { m.operate(multiply, c.a, float(1.9875691500e-4), c.c) })
	for k, coefficient := range []float32{1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1} {
		if k > 0 {
			each(func(c chain) { m.operate(multiply, c.c, in(c.a), c.c) })
		}
		each(func(c chain) { m.operate(add, c.c, float(coefficient), c.c) })
	}
	each(func(c chain) { m.operate(multiply, c.a, in(c.a), c.d) })
	each(func(c chain) { m.operate(multiply, c.c, in(c.d), c.c) })
	each(func(c chain) { m.operate(add, c.c, in(c.a), c.c) })
	each(func(c chain) { m.operate(add, c.c, float(1), c.c) })
	// Two to the power b is made of its exponent's bits.
	each(func(c chain) { m.operate(addWhole, c.b, whole(127), c.b) })
	each(func(c chain) { m.shiftLeft(23, c.b, c.b) })
	each(func(c chain) { m.operate(multiply, c.c, in(c.b), c.c) })
}
