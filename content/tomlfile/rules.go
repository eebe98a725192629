package tomlfile

import "github.com/socdraft/socdraft/content/diag"

// The rules of this package. The first six leave nothing of a file to read.
var (
	SyntaxError    = diag.SameInBoth("LD-001", "syntax-error", diag.Error, "the file is not TOML")
	InvalidUTF8    = diag.SameInBoth("LD-002", "invalid-utf8", diag.Error, "the file is not UTF-8 text")
	TooLarge       = diag.SameInBoth("LD-003", "too-large", diag.Error, "the file or the project is larger than what is read")
	TooDeep        = diag.SameInBoth("LD-004", "too-deep", diag.Error, "keys, tables or folders are nested deeper than what is read")
	DuplicateKey   = diag.SameInBoth("LD-005", "duplicate-key", diag.Error, "a key or table is defined twice")
	ImpossibleDate = diag.SameInBoth("LD-006", "impossible-date", diag.Error, "a date is not in the calendar, or not written as year, month and day")

	WrongType     = diag.SameInBoth("LD-007", "wrong-type", diag.Error, "a value is not of the type its key takes")
	MissingKey    = diag.SameInBoth("LD-008", "missing-key", diag.Error, "a required key is missing or empty")
	UnknownKey    = diag.SameInBoth("LD-009", "unknown-key", diag.Error, "a key is not part of the format")
	UnknownValue  = diag.SameInBoth("LD-010", "unknown-value", diag.Error, "a value is not one of those its key takes")
	RepeatedValue = diag.SameInBoth("LD-011", "repeated-value", diag.Warning, "a list names the same thing twice")
)

// Rules lists the rules of this package.
var Rules = []*diag.Rule{
	SyntaxError, InvalidUTF8, TooLarge, TooDeep, DuplicateKey, ImpossibleDate,
	WrongType, MissingKey, UnknownKey, UnknownValue, RepeatedValue,
}

// Fatal reports whether a finding of the rule means that its file was not read.
func Fatal(r *diag.Rule) bool {
	switch r {
	case SyntaxError, InvalidUTF8, TooLarge, TooDeep, DuplicateKey, ImpossibleDate:
		return true
	}
	return false
}
