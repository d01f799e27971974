/** What comes thick and fast: stretches of a list within which there is more than there should be. Pure. */

/** Lists under the same name, in the order in which the names first came. */
export const groupBy = <T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = nameOf(item)
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }
  return groups
}

interface Timed<T> {
  readonly at: number
  readonly item: T
}

/**
 * Every stretch in which at least `least` different names lie within `span`, each as long as such stretches overlap: one burst is
 * told once. In order of time; linear in what is given, once sorted.
 * @example bursts(items, { at, nameOf, span: 10 * MINUTE, least: 30 })
 */
export const bursts = <T>(
  items: readonly T[],
  rule: {
    readonly at: (item: T) => number
    readonly nameOf: (item: T) => string
    readonly span: number
    readonly least: number
  },
): readonly (readonly T[])[] => {
  const sorted: readonly Timed<T>[] = items
    .map((item) => ({ at: rule.at(item), item }))
    .sort((a, b) => a.at - b.at)
  const inside = new Map<string, number>()
  const found: { first: number; last: number }[] = []
  let first = 0
  sorted.forEach(({ at, item }, last) => {
    const name = rule.nameOf(item)
    inside.set(name, (inside.get(name) ?? 0) + 1)
    for (let oldest = sorted[first]; oldest && at - oldest.at > rule.span; oldest = sorted[first]) {
      const old = rule.nameOf(oldest.item)
      const rest = (inside.get(old) ?? 1) - 1
      if (rest === 0) inside.delete(old)
      else inside.set(old, rest)
      first += 1
    }
    if (inside.size < rule.least) return
    const before = found[found.length - 1]
    if (before && before.last >= first) before.last = last
    else found.push({ first, last })
  })
  return found.map((stretch) => sorted.slice(stretch.first, stretch.last + 1).map(({ item }) => item))
}

/** What comes next without a gap: lists of at least `least`, by a number that each item has. */
export const runs = <T>(
  items: readonly T[],
  numberOf: (item: T) => number,
  least: number,
): readonly (readonly T[])[] => {
  const sorted = items.map((item) => ({ number: numberOf(item), item })).sort((a, b) => a.number - b.number)
  const found: { number: number; items: T[] }[] = []
  for (const { number, item } of sorted) {
    const run = found[found.length - 1]
    if (run && number === run.number + 1) {
      run.items.push(item)
      run.number = number
    } else found.push({ number, items: [item] })
  }
  return found.map((run) => run.items).filter(({ length }) => length >= least)
}
