package main

// Where the fields of package kernel's argument structures stand, in bytes;
// each takes eight.
const (
	productOut = 8 * iota
	productOutStep
	productIn
	productInStep
	productRowScale
	productWeights
	productColumnScale
	productCorrection
	productGroups
	productPanels
	productTiles
)

const (
	recurrenceOut = 8 * iota
	recurrenceOutStep
	recurrenceIn
	recurrenceInStep
	recurrenceProduct
	recurrenceProductStep
	recurrenceGates
	recurrenceState
	recurrenceWidth
	recurrenceRows
)

const (
	gatingOut = 8 * iota
	gatingOutStep
	gatingSums
	gatingSumsStep
	gatingPartStep
	gatingBias
	gatingWidth
	gatingRows
)

const (
	quantisingTo = 8 * iota
	quantisingToStep
	quantisingFrom
	quantisingScales
	quantisingWidth
	quantisingRows
)

const (
	additionTo = 8 * iota
	additionRow
	additionScale
	additionWidth
)

const (
	activationTo = 8 * iota
	activationBias
	activationWidth
	activationRows
)
