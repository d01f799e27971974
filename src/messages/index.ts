/** User text: one typed catalogue an area, the same keys in both languages. */
import { useStore } from 'zustand'
import type { Language } from '../../functions/core/pure/errors'
import { preferences } from '../client/preferences'

export type { Language }

/** `{n}`, or `{n|seat|seats}`, which is filled by the number of `n`. */
type Name<P extends string> = P extends `${infer N}|${string}` ? N : P
type Names<S extends string> = S extends `${string}{${infer P}}${infer Rest}` ? Name<P> | Names<Rest> : never
type Params<S extends string> = [Names<S>] extends [never]
  ? []
  : [values: Readonly<Record<Names<S>, string | number>>]

/** Texts of one area in both languages. */
export interface Catalogue<Z extends Readonly<Record<string, string>>> {
  readonly 'zh-CN': Z
  readonly en: Readonly<Record<keyof Z, string>>
}

export type Translate<Z extends Readonly<Record<string, string>>> = <K extends keyof Z & string>(
  key: K,
  ...params: Params<Z[K]>
) => string

/** Declares an area's catalogue; `en` must have exactly the keys of `zh`, which is written `as const`. */
export const catalogue = <const Z extends Readonly<Record<string, string>>>(
  zh: Z,
  en: Readonly<Record<keyof Z, string>>,
): Catalogue<Z> => ({ 'zh-CN': zh, en })

const PLACE = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g

/** Fills `{name}` with its value, and `{n|seat|seats}` with the first word for one, the second for any other number. */
export const fill = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replace(PLACE, (whole, name: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return one === undefined || many === undefined ? String(value) : Number(value) === 1 ? one : many
  })

/** The texts of an area in a given language, outside React. */
export const textsIn =
  <Z extends Readonly<Record<string, string>>>(texts: Catalogue<Z>, language: Language): Translate<Z> =>
  (key, ...params) =>
    fill(texts[language][key], params[0])

/** The language in use, following the preference. */
export const useLanguage = (): Language => useStore(preferences, (state) => state.language)

/**
 * The texts of an area in the language in use.
 * @example const t = useText(booking); t('left', { n: 4 })
 */
export const useText = <Z extends Readonly<Record<string, string>>>(texts: Catalogue<Z>): Translate<Z> =>
  textsIn(texts, useLanguage())
