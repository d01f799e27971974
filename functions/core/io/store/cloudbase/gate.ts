/** At most so many at once; the others wait, in the order they came. */
export type Gate = <R>(run: () => Promise<R>) => Promise<R>

export const openGate = (most: number): Gate => {
  let inside = 0
  const waiting: (() => void)[] = []
  return async (run) => {
    if (inside < most) inside += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      // who leaves gives the place to the next
      if (next) next()
      else inside -= 1
    }
  }
}
