/** Marks of what was filed. A mark by an online filing is a fact; one by a person is what the person said. */
import type { Instant } from '../../core/pure/time'

interface Mark {
  readonly id: string
  readonly at: Instant
  readonly by: 'person' | 'online'
}

/** With the mark; what is marked already keeps its time, and becomes a fact when it was filed online. */
export const withFiled = (filed: readonly Mark[], mark: Mark): readonly Mark[] => {
  const standing = filed.find(({ id }) => id === mark.id)
  if (!standing) return [...filed, mark]
  if (standing.by === 'online' || mark.by === 'person') return filed
  return filed.map((one) => (one.id === mark.id ? mark : one))
}

/** Without a person's mark; `undefined` where it is a fact that no word takes back. */
export const withoutFiled = (filed: readonly Mark[], id: string): readonly Mark[] | undefined => {
  const standing = filed.find((one) => one.id === id)
  return standing?.by === 'online' ? undefined : filed.filter((one) => one.id !== id)
}
