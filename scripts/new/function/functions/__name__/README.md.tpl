# __name__

What it is for: keeping lines of one's own (made by `npm run new`; say here what it does now).

- **States**: none.
- **Invariants**: an account keeps at most 20 lines, however many calls add at once: they share one document.
- **Personal data**: lines are sealed under their account's key, exported with it, and removed with it.
- **Timers**: none. **Events**: none.
