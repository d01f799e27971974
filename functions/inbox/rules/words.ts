/** A notice in words: the kind's text, with its facts as people read them. */
import { longDateText, timeText } from '../../core/pure/date-text'
import type { Language } from '../../core/pure/errors'
import { obligationsText } from '../../core/pure/obligation-names'
import { fillPlaces, type NoticeFacts, type NoticeKind } from '../../core/pure/notices'
import { say, text, type Text } from '../../core/pure/text'

/** What ids and codes are called. */
export interface Names {
  readonly hall: (id: string) => Text | undefined
  readonly matter: (code: string) => Text | undefined
}

export interface Words {
  readonly title: string
  readonly body: string
}

/** Of a kind that this version does not know: of a later one, or given up. */
const UNKNOWN = text('您有一条消息', 'There is a notice for you')

/** A fact as people read it; nothing where an older notice does not have it. */
export const factWord = (
  name: string,
  fact: string | number | undefined,
  names: Names,
  language: Language,
): string => {
  if (fact === undefined) return ''
  const called = (words: Text | undefined): string => (words ? say(words, language) : String(fact))
  if (name === 'day' || name.endsWith('Day')) return longDateText(String(fact), language)
  switch (name) {
    case 'start':
      return timeText(Number(fact))
    case 'hallId':
      return called(names.hall(String(fact)))
    case 'matter':
      return called(names.matter(String(fact)))
    case 'taxes':
      return obligationsText(String(fact), language)
    default:
      return String(fact)
  }
}

export const wordsOf = (
  kind: NoticeKind | undefined,
  facts: NoticeFacts,
  { names, language }: { readonly names: Names; readonly language: Language },
): Words => {
  if (!kind) return { title: say(UNKNOWN, language), body: '' }
  const said = (name: string) => (language === 'en' ? facts[`${name}En`] : undefined) ?? facts[name]
  const fact = (name: string): string => factWord(name, said(name), names, language)
  return {
    title: fillPlaces(say(kind.title, language), fact),
    body: fillPlaces(say(kind.body, language), fact),
  }
}
