//go:build !unix

package load

// nonblocking is nothing where no name in a folder blocks when opened.
const nonblocking = 0
