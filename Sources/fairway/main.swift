import ArgumentParser

// Synchronous on purpose: an asynchronous main parks the main thread where it misses window-size signals.
Fairway.main()
