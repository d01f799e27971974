/** Trace ids: a random part an instance, then a counter; cheap, unique, and short enough to read out on the phone. */

/** @returns a function giving `<12 hex><6 or more base 36>` */
export const createTracer = (random: (bytes: number) => Uint8Array): (() => string) => {
  const instance = Buffer.from(random(6)).toString('hex')
  let count = 0
  return () => instance + (count++).toString(36).padStart(6, '0')
}
