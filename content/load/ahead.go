package load

import "runtime"

// slots bounds how much is done ahead at a time.
var slots = make(chan struct{}, runtime.GOMAXPROCS(0))

// ahead starts work on another processor and returns a function that waits for
// its result. A panic of the work comes out of the wait.
func ahead[T any](work func() T) (wait func() T) {
	var result T
	var failed any
	done := make(chan struct{})
	go func() {
		slots <- struct{}{}
		defer func() {
			failed = recover()
			<-slots
			close(done)
		}()
		result = work()
	}()
	return func() T {
		<-done
		if failed != nil {
			panic(failed)
		}
		return result
	}
}
