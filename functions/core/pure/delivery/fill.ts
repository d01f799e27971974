/** A notice in the fields of its template. Chinese alone, as WeChat's templates are. */
import { placesIn, fillPlaces } from '../notices'
import { clockText, dayOf, minuteOf, type Day, type Instant, type MinuteOfDay } from '../time'
import { yearlyDateText } from '../date-text'
import { fitField, type FieldType } from './fields'
import { TEMPLATES, type TemplateUse } from './templates'

/** 2026年11月24日, as WeChat's `date` and `time` take it. */
export const fieldDate = (day: Day): string => yearlyDateText(day, 'zh-CN')
export const fieldTime = (day: Day, minute: MinuteOfDay): string => `${fieldDate(day)} ${clockText(minute)}`

/** The facts of a notice, as words and as they stand. */
export interface FactsToFill {
  readonly facts: Readonly<Record<string, string | number>>
  /** In Chinese, as the inbox says it: a hall's name for its id. */
  readonly word: (name: string) => string
  /** When it was told: stands for a time that is not known. */
  readonly at: Instant
}

const isDayName = (name: string): boolean => name === 'day' || name.endsWith('Day')

/** In WeChat's notation, whatever the words of a fact are. */
const dated = (pattern: string, { facts }: FactsToFill): string =>
  fillPlaces(pattern, (name) => {
    const fact = facts[name]
    if (fact === undefined) return ''
    if (isDayName(name)) return fieldDate(String(fact))
    return name === 'start' ? clockText(Number(fact)) : String(fact)
  })

/** Codes and numbers, as they stand. */
const raw = (pattern: string, { facts }: FactsToFill): string =>
  fillPlaces(pattern, (name) => String(facts[name] ?? ''))

const wordsOf = (type: FieldType, pattern: string, told: FactsToFill): string => {
  if (type === 'date' || type === 'time') return dated(pattern, told)
  return type === 'character_string' || type === 'number'
    ? raw(pattern, told)
    : fillPlaces(pattern, told.word)
}

/** A time that is not known is when the notice was told; for a date nothing can stand. */
const oneField = (type: FieldType, pattern: string | undefined, told: FactsToFill): string | undefined => {
  const known = pattern !== undefined && placesIn(pattern).every((name) => told.facts[name] !== undefined)
  if (known) return fitField(type, wordsOf(type, pattern, told))
  return type === 'time' ? fieldTime(dayOf(told.at), minuteOf(told.at)) : fitField(type, '')
}

/** By our names of the fields; one for which nothing could stand is left out. None is empty. */
export const fillTemplate = (use: TemplateUse, told: FactsToFill): Readonly<Record<string, string>> => {
  const patterns: Readonly<Record<string, string | undefined>> = use.fields
  const filled: Record<string, string> = {}
  for (const [name, type] of Object.entries<FieldType>(TEMPLATES[use.name].fields)) {
    const words = oneField(type, patterns[name], told)
    if (words !== undefined) filled[name] = words
  }
  return filled
}
