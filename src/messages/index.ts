/** User text: one typed catalogue an area, the same keys in both languages. */
import { useStore } from 'zustand'
import type { Language } from '../../functions/core/pure/errors'
import { preferences } from '../client/preferences'

export type { Language }

type Names<S extends string> = S extends `${string}{${infer N}}${infer Rest}` ? N | Names<Rest> : never
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

/** Fills `{name}` places. */
export const fill = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))

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
