/** The catalogue as a person searches it: by name, code or what to bring; grouped in the catalogue's order. */
import type { Day } from '../../../../functions/core/pure/time'
import type { Matter } from './answers'

export interface MatterGroup {
  readonly name: string
  readonly matters: readonly Matter[]
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s·,，.。、()（）'’-]+/g, '')

/** Every character of `wanted` in its order within `text`: 「发领」 finds 发票领用. */
const scattered = (text: string, wanted: string): boolean => {
  let at = 0
  for (const char of wanted) {
    const found = text.indexOf(char, at)
    if (found < 0) return false
    at = found + char.length
  }
  return true
}

const latin = /^[\u0020-\u024f]*$/

/** How well it fits; 0 does not. A whole word beats scattered characters, a name beats what to bring. */
const fit = (matter: Matter, wanted: string): number => {
  const name = plain(matter.name)
  if (name.startsWith(wanted)) return 5
  if (name.includes(wanted)) return 4
  if (matter.code.toLowerCase() === wanted) return 4
  if (!latin.test(wanted) && scattered(name, wanted)) return 3
  if (plain(matter.group).includes(wanted)) return 2
  return matter.bring.some((item) => plain(item.name).includes(wanted)) ? 1 : 0
}

/** The matters that fit, best first; all of them when nothing is asked. */
export const searchMatters = (matters: readonly Matter[], words: string): readonly Matter[] => {
  const wanted = plain(words)
  if (wanted === '') return matters
  return matters
    .map((matter, order) => ({ matter, order, score: fit(matter, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ matter }) => matter)
}

/** Groups in the order in which they first appear. */
export const groupMatters = (matters: readonly Matter[]): readonly MatterGroup[] => {
  const groups = new Map<string, Matter[]>()
  for (const matter of matters) groups.set(matter.group, [...(groups.get(matter.group) ?? []), matter])
  return [...groups].map(([name, within]) => ({ name, matters: within }))
}

/** What must be brought, then what may be. */
export const checklist = (matter: Pick<Matter, 'bring'>): Matter['bring'] =>
  [...matter.bring].sort((a, b) => Number(b.required) - Number(a.required))

/** Does the hall look at bookings for that day before they stand? */
export const isAsked = ({ from, to }: NonNullable<Matter['preReview']>, day: Day): boolean =>
  from <= day && (to === null || day <= to)
