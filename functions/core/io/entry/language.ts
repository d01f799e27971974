/** The caller's language, from Accept-Language. */
import type { Language } from '../../pure/errors'

const REMEMBERED = 500
const known = new Map<string, Language>()

const languageOf = (tag: string): Language | undefined => {
  const primary = tag.trim().toLowerCase().split('-')[0]
  if (primary === 'zh' || primary === '*') return 'zh-CN'
  return primary === 'en' ? 'en' : undefined
}

const parse = (header: string): Language => {
  let best: Language = 'zh-CN'
  let bestWeight = 0
  for (const part of header.split(',')) {
    const [tag = '', ...parameters] = part.split(';')
    const language = languageOf(tag)
    if (!language) continue
    const given = parameters
      .map((parameter) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(parameter)?.[1])
      .find((q) => q !== undefined)
    const weight = given === undefined ? 1 : Number(given)
    if (weight > bestWeight) [best, bestWeight] = [language, weight]
  }
  return best
}

/** The language with the highest weight among those we speak; the earlier wins a tie; Chinese when none is named. */
export const chooseLanguage = (header: string | undefined): Language => {
  if (!header) return 'zh-CN'
  const seen = known.get(header)
  if (seen) return seen
  const language = parse(header.slice(0, 300))
  if (known.size < REMEMBERED) known.set(header, language)
  return language
}
